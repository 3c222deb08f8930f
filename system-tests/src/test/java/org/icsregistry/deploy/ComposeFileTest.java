package org.icsregistry.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.deploy.DeploymentFiles.ROOT;
import static org.icsregistry.deploy.DeploymentFiles.strings;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ComposeFileTest {

  private static final JsonNode COMPOSE = DeploymentFiles.yaml("docker-compose.yml");
  private static final JsonNode SERVICES = COMPOSE.get("services");
  private static final List<String> BROKERS = List.of("kafka-1", "kafka-2", "kafka-3");
  private static final List<String> OURS =
      List.of("registry-service", "onboarding-service", "projection-service");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)(?::-([^}]*))?}");

  private static final int NOT_INSTALLED = 127;

  @Test
  void everyComponentOfTheSystemIsThere() {
    assertThat(SERVICES.propertyNames())
        .containsAll(BROKERS)
        .containsAll(OURS)
        .contains("postgres", "keycloak", "mailpit", "prometheus", "grafana");
    assertThat(image("postgres")).startsWith("postgres:18");
    assertThat(BROKERS).allMatch(broker -> image(broker).startsWith("apache/kafka:4.2"));
  }

  @Test
  void threeBrokersHaveNodeIdsOfTheirOwnAndAgreeOnTheVoters() {
    assertThat(BROKERS.stream().map(b -> env(b, "KAFKA_NODE_ID"))).containsExactly("1", "2", "3");
    assertThat(BROKERS)
        .allMatch(broker -> env(broker, "KAFKA_CONTROLLER_QUORUM_VOTERS").equals(voters()))
        .allMatch(broker -> env(broker, "CLUSTER_ID").equals(env("kafka-1", "CLUSTER_ID")));
  }

  @Test
  void anAcknowledgedRecordSurvivesTheLossOfABroker() {
    assertThat(BROKERS)
        .allMatch(broker -> env(broker, "KAFKA_DEFAULT_REPLICATION_FACTOR").equals("3"))
        .allMatch(broker -> env(broker, "KAFKA_MIN_INSYNC_REPLICAS").equals("2"))
        .allMatch(broker -> env(broker, "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR").equals("2"));
  }

  @Test
  void everyListenerOfABrokerAsksWhoIsThere_andNothingIsAllowedWithoutARule() {
    var issuer = env("registry-service", "REGISTRY_SIGNIN_ISSUER");
    var keys = issuer + "/protocol/openid-connect/certs";
    assertThat(BROKERS)
        .allSatisfy(broker -> {
          assertThat(env(broker, "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP").split(","))
              .hasSize(4)
              .allMatch(listener -> listener.endsWith(":SASL_PLAINTEXT"));
          assertThat(env(broker, "KAFKA_AUTHORIZER_CLASS_NAME")).endsWith("StandardAuthorizer");
          assertThat(env(broker, "KAFKA_ALLOW_EVERYONE_IF_NO_ACL_FOUND")).isEqualTo("false");
          assertThat(env(broker, "KAFKA_SUPER_USERS")).isEqualTo("User:registry;User:kafka_broker");
          assertThat(env(broker, "KAFKA_SASL_OAUTHBEARER_EXPECTED_ISSUER")).isEqualTo(issuer);
          assertThat(env(broker, "KAFKA_SASL_OAUTHBEARER_JWKS_ENDPOINT_URL")).isEqualTo(keys);
          assertThat(env(broker, "KAFKA_OPTS")).endsWith("allowed.urls=" + keys);
          assertThat(env(broker, "KAFKA_SASL_OAUTHBEARER_SUB_CLAIM_NAME")).isEqualTo("azp");
        });
    assertThat(OURS)
        .allMatch(service ->
            env(service, "REGISTRY_SIGNIN_TOKEN_URL")
                .equals(issuer + "/protocol/openid-connect/token"));
    assertThat(DeploymentFiles.text("deploy/kafka/start.sh")).contains("user_kafka_broker=");
    assertThat(DeploymentFiles.text("deploy/keycloak/realm.json"))
        .doesNotContain("\"kafka_broker\"");
  }

  @Test
  void eachServiceHasItsOwnDatabaseWithAnApplicationRoleAndAnOwnerRole() {
    for (String service : OURS) {
      String name = service.replace("-service", "");
      assertThat(env(service, "SPRING_DATASOURCE_URL")).endsWith(":5432/" + name);
      assertThat(env(service, "SPRING_DATASOURCE_USERNAME")).isEqualTo(name + "_app");
      assertThat(env(service, "SPRING_FLYWAY_USER")).isEqualTo(name + "_owner");
      assertThat(DeploymentFiles.text("deploy/postgres/databases.sh"))
          .contains("service_database " + name);
    }
  }

  @Test
  void eachServiceIsBuiltFromItsOwnModuleAndKnowsEveryBroker() {
    for (String service : OURS) {
      assertThat(SERVICES.at("/" + service + "/build/args/MODULE").asString()).isEqualTo(service);
      assertThat(ROOT.resolve(service).resolve("pom.xml")).exists();
      assertThat(env(service, "SPRING_KAFKA_BOOTSTRAP_SERVERS").split(","))
          .containsExactlyElementsOf(BROKERS.stream().map(b -> b + ":19092").toList());
    }
  }

  @Test
  void everyLongRunningEngineAndServiceSaysWhetherItIsHealthy() {
    assertThat(Stream.of(BROKERS, OURS, List.of("postgres", "keycloak")).flatMap(List::stream))
        .allMatch(service -> SERVICES.get(service).has("healthcheck"));
  }

  @Test
  void theIssuerIsTheSameAddressForServicesAndForKeycloakItself() {
    assertThat(OURS)
        .allMatch(service ->
            env(service, "REGISTRY_SIGNIN_ISSUER")
                .equals(env("keycloak", "KC_HOSTNAME") + "/realms/ics-registry"));
  }

  @Test
  void noPasswordStandsInTheFile() {
    assertThat(SERVICES.valueStream().flatMap(s -> s.path("environment").propertyStream()))
        .filteredOn(entry -> entry.getKey().matches(".*(PASSWORD|SECRET).*"))
        .isNotEmpty()
        .allMatch(entry -> entry.getKey().endsWith("_FILE"))
        .allMatch(entry -> entry.getValue().asString().startsWith("/run/secrets/"));
  }

  @Test
  void theRegistryFindsItsKeysAmongItsSecrets() {
    var secrets =
        SERVICES
            .at("/registry-service/secrets")
            .valueStream()
            .filter(JsonNode::isString)
            .map(secret -> "/run/secrets/" + secret.asString());
    assertThat(secrets)
        .containsExactlyInAnyOrder(
            env("registry-service", "REGISTRY_KEYS_KEK_FILE"),
            env("registry-service", "REGISTRY_LOG_KEY_FILE"));
    assertThat(env("registry-service", "REGISTRY_LOG_ORIGIN")).contains("localhost/log");
  }

  @Test
  void everySecretUsedIsDeclaredAndEveryDeclaredOneIsUsed() {
    Set<String> used =
        SERVICES
            .valueStream()
            .flatMap(service -> service.path("secrets").valueStream())
            .map(secret -> secret.isString() ? secret.asString() : secret.get("source").asString())
            .collect(Collectors.toSet());
    assertThat(COMPOSE.get("secrets").propertyNames()).containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void everyFileMountedFromTheRepositoryExists() {
    assertThat(SERVICES.valueStream().flatMap(s -> strings(s.path("volumes"))))
        .filteredOn(volume -> volume.startsWith("./"))
        .filteredOn(volume -> !volume.startsWith("./deploy/secrets/"))
        .isNotEmpty()
        .allMatch(volume -> Files.exists(ROOT.resolve(volume.substring(0, volume.indexOf(':')))));
  }

  @Test
  void everyVariableHasADefaultAndIsDocumentedWithIt() {
    String readme = DeploymentFiles.text("deploy/README.md");
    var variables = VARIABLE.matcher(DeploymentFiles.text("docker-compose.yml"));
    var seen = new TreeSet<String>();
    while (variables.find()) {
      seen.add(variables.group(1));
      assertThat(readme)
          .contains("| `" + variables.group(1) + "` | `" + variables.group(2) + "` |");
    }
    assertThat(seen).hasSize(18);
  }

  @Test
  void dockerComposeAcceptsTheFileWhereItIsInstalled() throws IOException, InterruptedException {
    assumeTrue(
        run(Redirect.DISCARD, "docker", "compose", "version") == 0,
        "No docker client with Compose here");
    assertThat(run(Redirect.INHERIT, "docker", "compose", "config", "--quiet")).isZero();
  }

  private static int run(Redirect errors, String... command)
      throws IOException, InterruptedException {
    boolean installed =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, command[0])));
    return installed
        ? new ProcessBuilder(command)
            .directory(ROOT.toFile())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(errors)
            .start()
            .waitFor()
        : NOT_INSTALLED;
  }

  private static String voters() {
    return BROKERS.stream()
        .map(broker -> env(broker, "KAFKA_NODE_ID") + "@" + broker + ":9093")
        .collect(Collectors.joining(","));
  }

  private static String image(String service) {
    return SERVICES.get(service).get("image").asString();
  }

  private static String env(String service, String name) {
    return SERVICES.get(service).get("environment").path(name).asString();
  }
}
