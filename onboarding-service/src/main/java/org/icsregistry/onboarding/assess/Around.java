package org.icsregistry.onboarding.assess;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.rules.Holdings;
import org.icsregistry.onboarding.fold.Directory;
import org.icsregistry.onboarding.fold.Directory.KnownPartner;
import org.icsregistry.onboarding.fold.Directory.KnownRole;
import org.icsregistry.onboarding.fold.Occasions;
import org.icsregistry.onboarding.fold.People.Known;
import org.icsregistry.onboarding.journey.Engagement;
import org.icsregistry.onboarding.journey.Situation;

/** Roles, partners and occasions of some engagements. */
record Around(
    Map<String, KnownRole> roles, Map<String, KnownPartner> partners, Map<String, Instant> begun) {

  static Around of(Collection<Engagement> engagements, Directory directory, Occasions occasions) {
    return new Around(
        directory.roles(engagements.stream().map(Engagement::roleId).distinct().toList()),
        directory.partners(engagements.stream().map(Engagement::partner).distinct().toList()),
        occasions.begun(
            engagements.stream().map(Engagement::occasion).filter(Objects::nonNull).toList()));
  }

  Situation situation(Known person, Engagement engagement, Holdings holdings, LocalDate today) {
    var role = roles.get(engagement.roleId());
    var partner = partners.get(engagement.partner());
    return new Situation(
        person.passport().subject(),
        person.passport().person(),
        holdings,
        engagement,
        role == null ? Role.unknown(engagement.roleId()) : role.role(),
        partner == null ? Partner.unknown(engagement.partner()) : partner.partner(),
        today);
  }

  Instant begunAt(Known person, Engagement engagement) {
    var occasion = engagement.occasion();
    return occasion == null
        ? person.recordedAt()
        : begun.getOrDefault(occasion, person.recordedAt());
  }

  /** When the last fact that the engagement rests on came in. */
  Instant changedAt(Known person, Engagement engagement) {
    var role = roles.get(engagement.roleId());
    var partner = partners.get(engagement.partner());
    return Stream.of(
            person.recordedAt(),
            role == null ? Instant.EPOCH : role.recordedAt(),
            partner == null ? Instant.EPOCH : partner.recordedAt())
        .max(Instant::compareTo)
        .orElseThrow();
  }
}
