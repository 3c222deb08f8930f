package org.icsregistry.projection.passport;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.contracts.sealing.Sealed;
import org.jspecify.annotations.Nullable;

/** What has to be looked up to show passports: all at once, not one by one. */
record Mentioned(Set<String> partners, Set<String> roles, Set<Sealed<?>> sealed) {

  static Mentioned in(Collection<Passport> passports) {
    var all = new Mentioned(new HashSet<>(), new HashSet<>(), new HashSet<>());
    passports.forEach(all::add);
    return all;
  }

  private void add(Passport passport) {
    var person = passport.person();
    partners.addAll(person.links().keySet());
    person.checks().values().forEach(c -> partners.add(c.issuer()));
    person.trainings().values().forEach(t -> partners.add(t.issuer()));
    person.requests().forEach(r -> add(r.partner(), r.roleId()));
    person.recognitions().forEach(r -> add(r.partner(), r.roleId()));
    person.clearances().values().forEach(c -> add(c.partner(), c.roleId()));
    passport.applications().values().forEach(a -> add(a.partner(), a.roleId()));
    passport.placements().values().forEach(p -> add(p.partner(), p.roleId()));

    for (var issued : passport.issued().values()) {
      partners.add(issued.issuer());
      issued.shares().values().forEach(s -> partners.add(s.partner()));
    }

    add(person.name());
    add(person.dateOfBirth());
    add(person.contact());
    person
        .checks()
        .values()
        .forEach(c -> {
          add(c.finding());
          add(c.status());
        });
  }

  private void add(String partner, String role) {
    partners.add(partner);
    roles.add(role);
  }

  private void add(@Nullable Sealed<?> value) {
    if (value != null) {
      sealed.add(value);
    }
  }
}
