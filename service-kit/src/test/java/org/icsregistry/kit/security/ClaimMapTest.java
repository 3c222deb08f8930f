package org.icsregistry.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.core.ClaimAccessor;

/** Settings as docs/security.md gives them, against claims as the issuers document them. */
class ClaimMapTest {

  /** National RBAC roles of NHS Care Identity Service 2, as its guidance shows them. */
  private static final ClaimMap CIS2 =
      map(
          "/nhsid_nrbac_roles/*/org_code",
          "/nhsid_nrbac_roles/*/role_code",
          Map.of("coordinator", Set.of("S8000:G8000:R8008")),
          Set.of());

  @Test
  void the_usual_claims_are_read_as_they_are() {
    var caller =
        ClaimMap.USUAL.caller(
            claims("org", "RBV", "roles", List.of("partner"), "person", "p-1", "sub", "s"));

    assertThat(caller).isEqualTo(new Caller("RBV", Set.of("partner"), "s", "p-1"));
    assertThat(ClaimMap.USUAL.caller(claims("sub", "s")))
        .isEqualTo(new Caller("", Set.of(), "s", null));
  }

  @Test
  void cis2_names_organisation_and_role_in_a_list() {
    var one = Map.of("org_code", "RBV", "role_code", "S8000:G8000:R8008");

    assertThat(CIS2.caller(claims("sub", "s", "nhsid_nrbac_roles", List.of(one))))
        .isEqualTo(new Caller("RBV", Set.of("coordinator"), "s", null));
  }

  @Test
  void who_has_roles_at_several_organisations_speaks_for_none() {
    var one = Map.of("org_code", "RBV", "role_code", "S8000:G8000:R8008");
    var other = Map.of("org_code", "R0A", "role_code", "S8000:G8000:R8008");

    assertThat(CIS2.caller(claims("nhsid_nrbac_roles", List.of(one, other))).organisation())
        .isEmpty();
  }

  @Test
  void keycloak_keeps_roles_of_the_realm_one_step_down() {
    var keycloak = map("org", "/realm_access/roles", Map.of(), Set.of());

    assertThat(
            keycloak
                .caller(claims("org", "RBV", "realm_access", Map.of("roles", List.of("lead"))))
                .roles())
        .containsExactly("lead");
  }

  @Test
  void entra_of_one_trust_speaks_for_that_trust_alone() {
    var entra =
        map("org", "roles", Map.of("coordinator", Set.of("Registry.Coordinator")), Set.of("RBV"));

    assertThat(entra.caller(claims("roles", List.of("Registry.Coordinator", "operator"))))
        .isEqualTo(new Caller("RBV", Set.of("coordinator"), "", null));
    assertThatThrownBy(() -> entra.caller(claims("org", "R0A")))
        .isInstanceOf(ForeignOrganisationException.class);
  }

  @Test
  void an_office_that_the_issuer_calls_otherwise_is_not_had_by_its_own_name() {
    var map = map("org", "roles", Map.of("operator", Set.of("Ops")), Set.of());

    assertThat(map.caller(claims("roles", List.of("operator", "lead"))).roles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "/", "realm_access/roles", "/a~2"})
  void a_place_that_is_none_ends_the_start(String place) {
    assertThatThrownBy(() -> map(place, "roles", Map.of(), Set.of()))
        .hasMessageContaining("JSON pointer");
  }

  @Test
  void an_office_or_organisation_nobody_knows_ends_the_start() {
    assertThatThrownBy(() -> map("org", "roles", Map.of("boss", Set.of("x")), Set.of()))
        .hasMessageContaining("coordinator")
        .hasMessageContaining("'boss'");
    assertThatThrownBy(() -> map("org", "roles", Map.of(), Set.of("the Christie")))
        .hasMessageContaining("RBV");
  }

  /** Values as the issuers publish them; the settings are those of docs/security.md. */
  static Stream<Arguments> levels() {
    return Stream.of(
        Arguments.of("acr", Set.of("AAL2_OR_AAL3_ANY", "AAL3_ANY"), "acr", "AAL3_ANY", true),
        Arguments.of("acr", Set.of("AAL3_ANY"), "acr", "AAL2_OR_AAL3_ANY", false),
        Arguments.of(
            "authentication_assurance_level",
            Set.of("3"),
            "authentication_assurance_level",
            "3",
            true),
        Arguments.of(
            "authentication_assurance_level",
            Set.of("3"),
            "authentication_assurance_level",
            "2",
            false),
        Arguments.of("vot", Set.of("P9.Cp.Cd", "P9.Cp.Ck", "P9.Cm"), "vot", "P9.Cp.Cd", true),
        Arguments.of("vot", Set.of("P9.Cp.Cd", "P9.Cp.Ck", "P9.Cm"), "vot", "P5.Cp.Cd", false),
        Arguments.of("amr", Set.of("mfa"), "amr", List.of("pwd", "mfa"), true),
        Arguments.of("amr", Set.of("mfa"), "amr", List.of("pwd"), false),
        Arguments.of("acr", Set.of("2"), "amr", List.of("mfa"), false));
  }

  @ParameterizedTest
  @MethodSource("levels")
  void whoSignedInByLess_isNotLetIn(
      String place, Set<String> asked, String claim, Object value, boolean enough) {
    var map = new ClaimMap("org", "roles", "person", Map.of(), Set.of(), place, asked);
    var token = claims("sub", "s", "org", "RBV", "roles", List.of("coordinator"), claim, value);

    if (enough) {
      assertThat(map.person(token).organisation()).isEqualTo("RBV");
    } else {
      assertThatThrownBy(() -> map.person(token)).isInstanceOf(WeakSignInException.class);
    }
  }

  @Test
  void withoutALevel_itIsLeftToTheIssuer() {
    assertThat(ClaimMap.USUAL.person(claims("sub", "s")).subject()).isEqualTo("s");
  }

  private static ClaimMap map(
      String organisation, String roles, Map<String, Set<String>> offices, Set<String> only) {
    return new ClaimMap(organisation, roles, "person", offices, only, "acr", Set.of());
  }

  private static ClaimAccessor claims(Object... pairs) {
    var claims = new java.util.HashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      claims.put((String) pairs[i], pairs[i + 1]);
    }
    return () -> claims;
  }
}
