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
import org.icsregistry.onboarding.fold.Moments;
import org.icsregistry.onboarding.fold.Occasions;
import org.icsregistry.onboarding.fold.People.Known;
import org.icsregistry.onboarding.journey.Engagement;
import org.icsregistry.onboarding.journey.Moment;
import org.icsregistry.onboarding.journey.Situation;
import org.icsregistry.onboarding.journey.Times;

/** Roles, partners and occasions of some engagements. */
record Around(
    Map<String, KnownRole> roles,
    Map<String, KnownPartner> partners,
    Map<String, Instant> begun,
    Map<String, Map<String, Instant>> moments) {

  static Around of(
      Collection<String> subjects,
      Collection<Engagement> engagements,
      Directory directory,
      Occasions occasions,
      Moments moments) {
    return new Around(
        directory.roles(engagements.stream().map(Engagement::roleId).distinct().toList()),
        directory.partners(engagements.stream().map(Engagement::partner).distinct().toList()),
        occasions.begun(
            engagements.stream().map(Engagement::occasion).filter(Objects::nonNull).toList()),
        moments.of(subjects));
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
        today,
        new Times(
            begunAt(person, engagement),
            moments.getOrDefault(person.passport().subject(), Map.of())));
  }

  /** Of an application that is not decided yet, when it came to the step at which it is. */
  Instant begunAt(Known person, Engagement engagement) {
    var occasion = engagement.occasion();
    if (occasion == null) {
      return person.recordedAt();
    }
    var step =
        moments
            .getOrDefault(person.passport().subject(), Map.of())
            .get(Moment.application(occasion));
    return begun.getOrDefault(occasion, step == null ? person.recordedAt() : step);
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
