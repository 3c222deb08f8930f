package org.icsregistry.kit.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** In which capacity somebody asks; the claim {@code roles} of a token names it in lower case. */
public enum Office {
  /** The system of a partner organisation. */
  PARTNER,
  /** A person who coordinates a partner's volunteers. */
  COORDINATOR,
  /** A person who looks after a partner's own settings: agreements, policy, keys, users. */
  ADMINISTRATOR,
  /** The person a passport is about. */
  VOLUNTEER,
  /** Leads volunteering across the ICS. */
  LEAD,
  /** Checks the log without trusting its keepers. */
  AUDITOR,
  /** Keeps the services running. */
  OPERATOR,
  /** onboarding-service. */
  ENGINE,
  /** projection-service. */
  READER;

  private static final List<Office> ALL = List.of(values());

  private final String claim = name().toLowerCase(Locale.ROOT);

  /** As the claim spells it. */
  public String claim() {
    return claim;
  }

  /** Whether it is held for one organisation, by its system or one of its people. */
  public boolean atAPartner() {
    return this == PARTNER || this == COORDINATOR || this == ADMINISTRATOR;
  }

  /** Whether only people hold it. Auditors and operators also let programs of theirs ask. */
  public boolean ofPeople() {
    return this == COORDINATOR || this == ADMINISTRATOR || this == VOLUNTEER || this == LEAD;
  }

  /** Those that a token names; what it names beyond them gives no right. */
  public static List<Office> named(Set<String> roles) {
    // Asked several times for each request.
    var named = new ArrayList<Office>(1);
    for (var office : ALL) {
      if (roles.contains(office.claim)) {
        named.add(office);
      }
    }
    return named;
  }
}
