package org.icsregistry.local.demo.people;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.rules.RecognitionPolicy;
import org.icsregistry.contracts.rules.RoleProfile;
import org.icsregistry.local.demo.CatalogueRole;
import org.icsregistry.local.demo.founding.Founder;
import org.icsregistry.local.demo.founding.Founding;

/**
 * A partner as people meet it.
 *
 * @param openings the roles it offers, with weights
 */
record Desk(
    String code,
    String name,
    IssuerCategory category,
    RecognitionPolicy policy,
    List<Weighted<Opening>> openings) {

  /** A role and what it asks for. */
  record Opening(CatalogueRole role, RoleProfile profile) {

    String roleId() {
      return profile.roleId();
    }
  }

  /** Partners that offer roles. */
  static List<Desk> of(Founding founding) {
    var openings =
        founding.roles().stream()
            .collect(
                Collectors.toMap(
                    CatalogueRole::code,
                    role ->
                        new Opening(
                            role,
                            new RoleProfile(
                                founding.roleId(role.code()),
                                1,
                                role.title(),
                                role.requirements()))));
    return founding.partners().stream()
        .filter(f -> !f.roles().isEmpty())
        .map(f -> of(f, openings))
        .toList();
  }

  private static Desk of(Founder founder, Map<String, Opening> openings) {
    var offered =
        founder.roles().entrySet().stream()
            .map(e -> new Weighted<>(opening(openings, e.getKey()), e.getValue()))
            .toList();
    return new Desk(founder.code(), founder.name(), founder.category(), founder.policy(), offered);
  }

  private static Opening opening(Map<String, Opening> openings, String code) {
    var opening = openings.get(code);
    if (opening == null) {
      throw new IllegalStateException(
          "demo/partners.json names the role " + code + ", which is not in reference/roles.json");
    }
    return opening;
  }
}
