package org.icsregistry.projection.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The form that asks for an earlier moment: a date with or without a time, in UK time, or a log
 * index.
 */
record LookBack(
    @Nullable String day,
    @Nullable String month,
    @Nullable String year,
    @Nullable String time,
    @Nullable String index) {

  static final LookBack EMPTY = new LookBack(null, null, null, null, null);

  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");
  private static final Pattern INDEX = Pattern.compile("^[0-9]{1,18}$");
  private static final Pattern TIME = Pattern.compile("^([0-9]{1,2})[:.]([0-9]{2})$");

  /**
   * What the form says.
   *
   * @param asOf as the passport's address takes it; empty with errors
   * @param errors by field
   */
  record Answer(String asOf, Map<String, String> errors) {
    private static Answer wrong(String field, String error) {
      return new Answer("", Map.of(field, error));
    }
  }

  /** Reads the form against the clock. */
  @Component
  static final class Reading {
    private final Clock clock;

    Reading(Clock clock) {
      this.clock = clock;
    }

    Answer read(LookBack asked) {
      return asked.read(clock.instant());
    }
  }

  private Answer read(Instant now) {
    var wantedIndex = given(index);
    if (!wantedIndex.isEmpty()) {
      return INDEX.matcher(wantedIndex).matches()
          ? new Answer(wantedIndex, Map.of())
          : Answer.wrong("index", "Log index must be a whole number, such as 4711");
    }
    if ((given(day) + given(month) + given(year)).isEmpty()) {
      return Answer.wrong("day", "Enter a date, or a log index");
    }
    LocalDate date;
    try {
      date = LocalDate.of(number(year), number(month), number(day));
    } catch (DateTimeException | NumberFormatException e) {
      return Answer.wrong("day", "Enter a real date, such as 31 3 2026");
    }
    return moment(date, now);
  }

  /** Without a time, the whole day counts, as far as it has gone. */
  private Answer moment(LocalDate date, Instant now) {
    var wantedTime = given(time);
    Instant moment;
    if (wantedTime.isEmpty()) {
      var end = date.plusDays(1).atStartOfDay(UNITED_KINGDOM).toInstant().minusMillis(1);
      moment = date.equals(now.atZone(UNITED_KINGDOM).toLocalDate()) ? now : end;
    } else {
      var parts = TIME.matcher(wantedTime);
      if (!parts.matches()) {
        return Answer.wrong("time", "Enter a time on the 24-hour clock, such as 14:30");
      }
      try {
        var clockTime =
            LocalTime.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        moment = date.atTime(clockTime).atZone(UNITED_KINGDOM).toInstant();
      } catch (DateTimeException e) {
        return Answer.wrong("time", "Enter a time on the 24-hour clock, such as 14:30");
      }
    }
    return moment.isAfter(now)
        ? Answer.wrong("day", "The date and time must be in the past")
        : new Answer(moment.toString(), Map.of());
  }

  private static String given(@Nullable String value) {
    return Objects.requireNonNullElse(value, "").strip();
  }

  private static int number(@Nullable String value) {
    return Integer.parseInt(given(value));
  }
}
