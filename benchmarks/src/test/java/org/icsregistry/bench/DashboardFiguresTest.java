package org.icsregistry.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.icsregistry.bench.dashboards.Dashboards;
import org.icsregistry.bench.visible.Delays;
import org.junit.jupiter.api.Test;

class DashboardFiguresTest {

  @Test
  void rows_setWhatIsCountedAnewBesideTheBareDatabase() {
    var figures =
        DashboardFigures.of(
            new Dashboards.Result(
                1_000_000,
                Map.of("/v1/figures", new Delays(List.of(2_000_000L, 3_000_000L))),
                Map.of("/v1/figures", new Delays(List.of(90_000_000L))),
                new Delays(List.of(60_000_000L)),
                Map.of("figures", Duration.ofNanos(12_340))));
    var text = new StringJoiner("\n");

    figures.rows(text);

    assertThat(text.toString())
        .contains("| 1,000,000 | `/v1/figures` | 2.0 ms | 3.0 ms | 90.0 ms | 90.0 ms | 1.50 |")
        .contains("| 1,000,000 | `SELECT count(*)` | | | 60.0 ms | | 1.00 |");
    assertThat(figures.costs()).endsWith("figures 12.3 µs.");
  }
}
