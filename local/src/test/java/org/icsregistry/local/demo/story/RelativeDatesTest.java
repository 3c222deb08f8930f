package org.icsregistry.local.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeDatesTest {

  @ParameterizedTest(name = "{1} on {0} is {2}")
  @CsvSource({
    "2026-11-22, {today}, 2026-11-22",
    "2026-11-22, {today-40d}, 2026-10-13",
    "2026-03-31, {today-1m}, 2026-02-28",
    "2028-02-29, {today-16y}, 2012-02-29",
    "2026-11-22, {today-34y-100d}, 1992-08-14",
    "2026-11-22, 'from {today-1d} to {today}', from 2026-11-21 to 2026-11-22",
    "2026-11-22, {tomorrow}, {tomorrow}",
    "2026-11-22, {today+1d}, 2026-11-23",
    "2026-11-22, {today-1y+1m}, 2025-12-22",
    "2026-11-22, {today+1w}, {today+1w}"
  })
  void resolve_writesTheDateOut(LocalDate today, String text, String resolved) {
    assertThat(RelativeDates.resolve(text, today)).isEqualTo(resolved);
  }
}
