package org.icsregistry.auditor.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The place of the log for which something is told.
 *
 * @param index the last event that counts; -1 for none
 * @param at the moment of the question; a day's rules are those of the day in the UK
 */
record Cut(long index, Instant at) {
  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

  LocalDate day() {
    return at.atZone(UNITED_KINGDOM).toLocalDate();
  }
}
