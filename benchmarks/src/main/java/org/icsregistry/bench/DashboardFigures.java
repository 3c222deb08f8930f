package org.icsregistry.bench;

import static org.icsregistry.bench.Figures.millis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.icsregistry.bench.dashboards.Dashboards;

/**
 * What was measured about shared figures at one size of the log; delays in milliseconds.
 *
 * @param count of all entries in the bare database, median
 * @param pages by address
 * @param perEntry microseconds of processor time of service and database, by read model
 */
record DashboardFigures(
    long entries, double count, Map<String, Page> pages, Map<String, Double> perEntry) {

  private static final double NANOS_PER_MICROSECOND = 1e3;

  /**
   * @param p50 of those asked again and again
   * @param anew median of those asked when nothing is remembered
   */
  record Page(double p50, double p99, double anew, double longest) {}

  static DashboardFigures of(Dashboards.Result r) {
    Map<String, Page> pages = new LinkedHashMap<>();
    r.again()
        .forEach((path, again) -> {
          var anew = Objects.requireNonNull(r.anew().get(path));
          pages.put(
              path,
              new Page(
                  millis(again, 0.5), millis(again, 0.99), millis(anew, 0.5), millis(anew, 1)));
        });
    Map<String, Double> perEntry = new LinkedHashMap<>();
    r.perEntry()
        .forEach((name, used) -> perEntry.put(name, used.toNanos() / NANOS_PER_MICROSECOND));
    return new DashboardFigures(r.entries(), millis(r.count(), 0.5), pages, perEntry);
  }

  static String header() {
    return """

    | Log, entries | Asked for | again, p50 | again, p99 | anew, p50 | anew, longest | anew ÷ `count(*)` |
    |---|---|--:|--:|--:|--:|--:|\
    """;
  }

  void rows(StringJoiner text) {
    pages.forEach((path, page) ->
        text.add(
            "| %,d | `%s` | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.2f |"
                .formatted(
                    entries,
                    path,
                    page.p50,
                    page.p99,
                    page.anew,
                    page.longest,
                    page.anew / count)));
    text.add("| %,d | `SELECT count(*)` | | | %.1f ms | | 1.00 |".formatted(entries, count));
  }

  String costs() {
    return "At %,d entries, processor time per entry of each read model, service and database: %s."
        .formatted(
            entries,
            perEntry.entrySet().stream()
                .map(e -> "%s %.1f µs".formatted(e.getKey(), e.getValue()))
                .collect(Collectors.joining(", ")));
  }
}
