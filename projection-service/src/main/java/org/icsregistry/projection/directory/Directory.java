package org.icsregistry.projection.directory;

import java.util.Map;
import java.util.Optional;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.directory.Role;

/** Partners and roles at one place in the log: those that were asked for and known there. */
public record Directory(Map<String, Partner> partners, Map<String, Role> roles) {

  /** The partner; one that has not been registered has no name and no policy. */
  public Partner partner(String code) {
    return partners.getOrDefault(code, Partner.unknown(code));
  }

  /** The organisation's name; its code where it has none. */
  public String name(String code) {
    var name = partner(code).name();
    return name == null ? code : name;
  }

  public Optional<Role> role(String id) {
    return Optional.ofNullable(roles.get(id));
  }

  /** The role's newest title; its id where it is not known. */
  public String title(String id) {
    return role(id).flatMap(Role::current).map(profile -> profile.title()).orElse(id);
  }
}
