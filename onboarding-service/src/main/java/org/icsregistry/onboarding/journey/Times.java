package org.icsregistry.onboarding.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.icsregistry.contracts.passport.Application;

/**
 * When the steps of one person began. All of it follows from the log, so that whoever folds it
 * comes to the same days.
 *
 * @param begunAt when the application was accepted or the placement offered
 * @param moments when each thing last happened, by its {@link Moment} name
 */
public record Times(Instant begunAt, Map<String, Instant> moments) {

  /** The zone in which the registry decides what day it is. */
  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  /** The day on which an open requirement became somebody's turn. */
  LocalDate requirementSince(Engagement e, String requirement) {
    return latest(
        Moment.lapsed(e.partner(), e.roleId()),
        Moment.requested(e.partner(), e.roleId(), requirement),
        Moment.recorded(requirement));
  }

  /** The day on which the application came to the step at which it is. */
  LocalDate applicationSince(Application application) {
    return latest(Moment.application(application.id()));
  }

  /** The day since which somebody who is cleared has done nothing. */
  LocalDate idleSince(Engagement e) {
    return latest(Moment.cleared(e.partner(), e.roleId()), Moment.ACTIVE);
  }

  private LocalDate latest(String... what) {
    var at =
        Stream.of(what)
            .map(name -> moments.getOrDefault(name, begunAt))
            .reduce(begunAt, (a, b) -> a.isAfter(b) ? a : b);
    return LocalDate.ofInstant(at, ZONE);
  }
}
