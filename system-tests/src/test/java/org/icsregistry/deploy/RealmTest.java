package org.icsregistry.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.deploy.DeploymentFiles.strings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RealmTest {

  private static final JsonNode REALM = DeploymentFiles.json("deploy/keycloak/realm.json");
  private static final Map<String, JsonNode> CLIENTS =
      REALM
          .get("clients")
          .valueStream()
          .collect(Collectors.toMap(c -> c.get("clientId").asString(), Function.identity()));

  private static List<String> partners() {
    var reference = DeploymentFiles.json("local/src/main/resources/reference/organisations.json");
    return strings(reference.get("demonstrationPartners")).toList();
  }

  @Test
  void theRealmIsTheOneTheServicesName() {
    var issuer =
        DeploymentFiles.yaml("docker-compose.yml")
            .at("/services/registry-service/environment/REGISTRY_SIGNIN_ISSUER")
            .asString();
    assertThat(issuer).endsWith("/realms/" + REALM.get("realm").asString());
  }

  @Test
  void everyDemonstrationPartnerHasAClientThatSpeaksForIt() {
    assertThat(partners())
        .allSatisfy(code -> {
          assertThat(claim(code, "org")).isEqualTo(code);
          assertThat(claim(code, "roles")).isEqualTo("[\"partner\"]");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "lead, lead",
    "auditor, auditor",
    "operator, operator",
    "onboarding, engine",
    "projection, reader",
    "registry, registry",
    "prometheus, operator"
  })
  void theOtherClientsSpeakForTheHostInTheirRole(String client, String role) {
    assertThat(claim(client, "org")).isEqualTo("QOP");
    assertThat(claim(client, "roles")).isEqualTo("[\"" + role + "\"]");
  }

  @Test
  void everyTokenNamesTheRegistryAsItsAudience() {
    assertThat(CLIENTS.values())
        .allMatch(client ->
            client
                .findValuesAsString("included.custom.audience")
                .equals(List.of("ics-volunteer-registry")));
  }

  @Test
  void machinesUseClientCredentialsOnlyAndThePagesSignPeopleIn() {
    assertThat(CLIENTS)
        .allSatisfy((id, client) -> {
          boolean people = id.equals("front-door");
          assertThat(client.get("serviceAccountsEnabled").asBoolean()).isNotEqualTo(people);
          assertThat(client.get("standardFlowEnabled").asBoolean()).isEqualTo(people);
          assertThat(client.get("directAccessGrantsEnabled").asBoolean()).isFalse();
          assertThat(client.get("publicClient").asBoolean()).isFalse();
        });
  }

  @Test
  void aPersonsOrganisationCanBeSetByAdministratorsOnly() {
    var profile =
        REALM.at(
            "/components/org.keycloak.userprofile.UserProfileProvider/0/config"
                + "/kc.user.profile.config/0");
    assertThat(profile.asString())
        .contains(
            "{\"name\":\"org\",\"permissions\":{\"view\":[\"admin\",\"user\"],\"edit\":[\"admin\"]}",
            "{\"name\":\"person\",\"permissions\":{\"view\":[\"admin\"],\"edit\":[\"admin\"]}");
  }

  @Test
  void thePagesReadTheClaimsThatTheRealmPutsIn() {
    assertThat(mappers("front-door").map(mapper -> mapper.at("/config/claim.name").asString()))
        .contains("org", "roles", "person");
    assertThat(strings(Objects.requireNonNull(CLIENTS.get("front-door")).get("redirectUris")))
        .as("no pattern: the address has to be exact")
        .containsExactly("${FRONT_DOOR_URL}/login/oauth2/code/local");
  }

  /** What people can be in the realm is what they can be at the local sign-in service. */
  @Test
  void everyOfficeOfPeopleIsARoleOfTheRealm() {
    assertThat(REALM.at("/roles/realm").valueStream().map(role -> role.get("name").asString()))
        .containsExactlyInAnyOrder(
            "coordinator", "administrator", "volunteer", "lead", "auditor", "operator");
  }

  @Test
  void everySecretIsAPlaceholderNamedAfterItsClient() {
    assertThat(CLIENTS)
        .allSatisfy((id, client) ->
            assertThat(client.get("secret").asString())
                .isEqualTo("${CLIENT_SECRET_" + id.replaceAll("[^A-Za-z0-9]", "_") + "}"));
  }

  @Test
  void noClientIsThereThatTheReadmeDoesNotExplain() {
    String readme = DeploymentFiles.text("deploy/README.md");
    assertThat(CLIENTS.keySet())
        .allMatch(id -> partners().contains(id) || readme.contains("`" + id + "`"));
  }

  private static String claim(String client, String name) {
    assertThat(CLIENTS).containsKey(client);
    return mappers(client)
        .filter(mapper -> mapper.at("/config/claim.name").asString().equals(name))
        .map(mapper -> mapper.at("/config/claim.value").asString())
        .collect(Collectors.joining());
  }

  private static Stream<JsonNode> mappers(String client) {
    var found = CLIENTS.get(client);
    return found == null ? Stream.empty() : found.get("protocolMappers").valueStream();
  }
}
