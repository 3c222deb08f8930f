package org.icsregistry.bench;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icsregistry.bench.Figures.Erasure;
import org.icsregistry.bench.Figures.Latency;
import org.icsregistry.bench.Figures.Row;
import org.icsregistry.bench.access.Deciding;
import org.icsregistry.bench.sealing.Sealing;
import org.icsregistry.contracts.envelope.Json;
import org.jspecify.annotations.Nullable;

/**
 * A whole run, as Markdown to paste and as JSON.
 *
 * @param machine kind of machine
 * @param loads what each load does, by name
 */
record Report(
    String machine,
    Map<String, String> loads,
    List<Figures> sizes,
    JourneyFigures journey,
    Sealing.@Nullable Costs sealing,
    Deciding.@Nullable Result access) {

  private static final String AXON = "axon-jdbc";

  static String thisMachine() {
    return "%d cores, Java %s, %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature(),
            System.getProperty("os.name"));
  }

  String json() {
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this);
  }

  String markdown() {
    var text = new StringJoiner("\n");
    text.add("Machine: " + machine + ".");
    if (!loads.isEmpty()) {
      text.add("");
      text.add(
          "| Log, entries | Load | per second | ÷ PostgreSQL | ÷ Axon JDBC | processor time per operation, µs |");
      text.add("|---|---|--:|--:|--:|---|");
      sizes.forEach(figures -> rows(figures, text));
    }
    if (sizes.stream().anyMatch(figures -> figures.latency() != null)) {
      text.add("");
      text.add(
          "| Log, entries | commands per second | answer, p50 | answer, p99 | visible, p50 | visible, p99 |");
      text.add("|---|--:|--:|--:|--:|--:|");
      sizes.forEach(figures -> latency(figures, text));
    }
    AuditReport.tables(sizes.stream().map(Figures::audit).toList(), text);
    if (sizes.stream().anyMatch(figures -> figures.erasure() != null)) {
      text.add("");
      text.add(
          "| People | forgotten | keys gone, p50 | passport empty, p50 | journey gone, p50 | complete, p50 | complete, longest |");
      text.add("|--:|--:|--:|--:|--:|--:|--:|");
      sizes.forEach(figures -> erasure(figures.erasure(), text));
    }
    var dashboards = sizes.stream().flatMap(size -> Stream.ofNullable(size.dashboards())).toList();
    if (!dashboards.isEmpty()) {
      text.add(DashboardFigures.header());
      dashboards.forEach(figures -> figures.rows(text));
      text.add("");
      dashboards.forEach(figures -> text.add(figures.costs()));
    }
    journey.tables(text);
    if (sealing != null) {
      text.add("");
      text.add(
          "One value on one thread: sealed in %.1f µs, opened in %.1f µs."
              .formatted(sealing.seal(), sealing.open()));
    }
    AccessFigures.tables(access, text);
    text.add("");
    loads.forEach((name, description) -> text.add("- `" + name + "`: " + description));
    return text.toString();
  }

  private static void rows(Figures figures, StringJoiner text) {
    @Nullable Row axon = figures.loads().get(AXON);
    figures
        .loads()
        .forEach((name, row) ->
            text.add(
                "| %,d–%,d | `%s` | %,.0f | %.2f | %s | %s |"
                    .formatted(
                        figures.from(),
                        figures.to(),
                        name,
                        row.perSecond(),
                        row.ofPostgres(),
                        axon == null ? "–" : "%.1f".formatted(row.perSecond() / axon.perSecond()),
                        parts(row))));
  }

  private static String parts(Row row) {
    long total = row.microseconds().values().stream().mapToLong(Long::longValue).sum();
    return row.microseconds().entrySet().stream()
        .map(part -> part.getKey() + " " + part.getValue())
        .collect(Collectors.joining(", ", total + " (", ")"));
  }

  private static void erasure(@Nullable Erasure e, StringJoiner text) {
    if (e != null) {
      text.add(
          "| %,d | %,d | %.0f ms | %.0f ms | %.0f ms | %.0f ms | %.0f ms |"
              .formatted(
                  e.people(),
                  e.erased(),
                  e.keysP50(),
                  e.passportP50(),
                  e.journeyP50(),
                  e.completeP50(),
                  e.completeMost()));
    }
  }

  private static void latency(Figures figures, StringJoiner text) {
    @Nullable Latency l = figures.latency();
    if (l != null) {
      text.add(
          "| %,d | %,d | %.0f ms | %.0f ms | %.0f ms | %.0f ms |"
              .formatted(
                  figures.to(),
                  l.perSecond(),
                  l.answerP50(),
                  l.answerP99(),
                  l.visibleP50(),
                  l.visibleP99()));
    }
  }
}
