package org.icsregistry.projection.passport;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** At which place of the log a passport is wanted. */
public sealed interface AsOf {

  /** As far as the log is known here. */
  record Now() implements AsOf {}

  /** When the entry with this index was the last. */
  record AtIndex(long logIndex) implements AsOf {}

  /** What the log had recorded at that moment. */
  record AtMoment(Instant moment) implements AsOf {}

  Pattern INDEX = Pattern.compile("^[0-9]{1,18}$");

  /**
   * Reads a log index or an instant with a zone, {@code 2026-03-31T17:00:00Z}; absent or empty is
   * now.
   *
   * @throws Refusal for anything else
   */
  static AsOf of(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return new Now();
    }
    var value = text.strip();
    if (INDEX.matcher(value).matches()) {
      return new AtIndex(Long.parseLong(value));
    }
    try {
      // A plus sign that was not encoded arrives as a space.
      return new AtMoment(OffsetDateTime.parse(value.replace(' ', '+')).toInstant());
    } catch (DateTimeParseException e) {
      throw invalid("a log index or an instant with a zone such as 2026-03-31T17:00:00Z");
    }
  }

  static Refusal invalid(String expected) {
    return new Refusal(
        ProblemCode.INVALID_PARAMETER,
        "parameter asOf to be " + expected,
        "something else",
        "correct asOf, or leave it out for the passport as it stands");
  }
}
