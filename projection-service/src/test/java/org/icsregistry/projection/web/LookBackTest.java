package org.icsregistry.projection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type when they ask how a passport stood. */
class LookBackTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-07-15T09:30:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "31,3,2026,,2026-03-31T22:59:59.999Z",
    "28,3,2026,,2026-03-28T23:59:59.999Z",
    "1,2,2026,14:30,2026-02-01T14:30:00Z",
    "1,6,2026,14:30,2026-06-01T13:30:00Z",
    "1,6,2026,9.05,2026-06-01T08:05:00Z",
    "15,7,2026,,2026-07-15T09:30:00Z",
    "' 1 ',' 6 ',' 2026 ',' 14:30 ',2026-06-01T13:30:00Z"
  })
  void read_takesUkTime(
      String day, String month, String year, @Nullable String time, String expected) {
    assertThat(read(day, month, year, time, null).asOf()).isEqualTo(expected);
  }

  @Test
  void read_prefersTheLogIndex() {
    assertThat(read("1", "1", "2026", null, "4711").asOf()).isEqualTo("4711");
  }

  @ParameterizedTest
  @CsvSource({
    ",,,,,day",
    "31,2,2026,,,day",
    "one,2,2026,,,day",
    "1,2,,,,day",
    "1,2,2026,25:00,,time",
    "1,2,2026,noon,,time",
    "16,7,2026,,,day",
    "15,7,2026,23:00,,day",
    ",,,,-1,index",
    ",,,,many,index"
  })
  void read_saysWhichFieldIsWrong(
      @Nullable String day,
      @Nullable String month,
      @Nullable String year,
      @Nullable String time,
      @Nullable String index,
      String field) {
    var answer = read(day, month, year, time, index);

    assertThat(answer.errors()).containsOnlyKeys(field);
    assertThat(answer.asOf()).isEmpty();
  }

  @Test
  void read_isContent_whenNothingIsWrong() {
    assertThat(read("1", "2", "2026", null, null).errors()).isEqualTo(Map.of());
  }

  private static LookBack.Answer read(
      @Nullable String day,
      @Nullable String month,
      @Nullable String year,
      @Nullable String time,
      @Nullable String index) {
    return new LookBack.Reading(NOW).read(new LookBack(day, month, year, time, index));
  }
}
