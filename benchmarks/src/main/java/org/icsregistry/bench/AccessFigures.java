package org.icsregistry.bench;

import java.util.StringJoiner;
import org.icsregistry.bench.access.Deciding;
import org.jspecify.annotations.Nullable;

/** What was measured about deciding who sees somebody, for the report. */
final class AccessFigures {

  private AccessFigures() {}

  static void tables(Deciding.@Nullable Result measured, StringJoiner text) {
    if (measured == null) {
      return;
    }
    text.add("");
    text.add(
        "| Request | partner, p50 | without a decision, p50 | more | processor time, µs: partner (service + database) | without | more |");
    text.add("|---|--:|--:|--:|--:|--:|--:|");
    for (var request : measured.requests()) {
      var decided = request.decided();
      var open = request.open();
      double used = decided.service() + decided.database();
      double usedOpen = open.service() + open.database();
      text.add(
          "| %s | %.0f µs | %.0f µs | %+.0f µs | %.0f (%.0f + %.0f) | %.0f (%.0f + %.0f) | %+.0f |"
              .formatted(
                  request.name(),
                  decided.latency(),
                  open.latency(),
                  decided.latency() - open.latency(),
                  used,
                  decided.service(),
                  decided.database(),
                  usedOpen,
                  open.service(),
                  open.database(),
                  used - usedOpen));
    }
    text.add("");
    text.add(
        "Round trip of `SELECT 1`: %.1f µs; of a query that asks what ties a partner to a person: %.1f µs, %.1f µs more."
            .formatted(measured.nothing(), measured.tie(), measured.tie() - measured.nothing()));
  }
}
