package org.icsregistry.projection.passport;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The place in the log at which something is answered.
 *
 * @param logIndex the last entry that counts; -1 when there is none
 * @param at the moment of the question; a day's rules are those of the UK's day
 */
public record Cut(long logIndex, Instant at) {

  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

  LocalDate day() {
    return at.atZone(UNITED_KINGDOM).toLocalDate();
  }
}
