package org.icsregistry.bench;

import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.icsregistry.bench.journey.Reassessing;
import org.icsregistry.bench.visible.Delays;
import org.jspecify.annotations.Nullable;

/**
 * What was measured about looking at people's ways.
 *
 * @param assess microseconds for one person against one role
 */
record JourneyFigures(@Nullable Double assess, @Nullable Reassess reassess) {

  private static final double NANOS_PER_MILLISECOND = 1e6;
  private static final double NANOS_PER_MICROSECOND = 1e3;

  /**
   * Everybody again, after all policies have changed; delays of answers to new commands in
   * milliseconds.
   *
   * @param processor microseconds for each person, by process
   */
  record Reassess(
      long people,
      double seconds,
      double settled,
      Map<String, Long> commands,
      Map<String, Double> processor,
      int perSecond,
      double p50Before,
      double p99Before,
      double p50During,
      double p99During,
      double p50After,
      double p99After) {

    static Reassess of(Reassessing.Result r, int perSecond) {
      return new Reassess(
          r.people(),
          r.seconds(),
          r.settled(),
          r.commands(),
          perPerson(r),
          perSecond,
          millis(r.before(), 0.5),
          millis(r.before(), 0.99),
          millis(r.during(), 0.5),
          millis(r.during(), 0.99),
          millis(r.after(), 0.5),
          millis(r.after(), 0.99));
    }

    private static Map<String, Double> perPerson(Reassessing.Result r) {
      Map<String, Double> all = new TreeMap<>();
      r.processor()
          .forEach((process, used) ->
              all.put(process, used.toNanos() / NANOS_PER_MICROSECOND / Math.max(1, r.people())));
      return all;
    }

    private static double millis(Delays delays, double share) {
      Duration delay = delays.percentile(share);
      return delay.toNanos() / NANOS_PER_MILLISECOND;
    }
  }

  void tables(StringJoiner text) {
    if (assess != null) {
      text.add("");
      text.add("One person against one role of fourteen lines: %.1f µs.".formatted(assess));
    }
    if (reassess != null) {
      text.add("");
      text.add(
          "| People looked at again | seconds | people per second | all settled, seconds | commands per second | answer, p50, before | while looking | while sending | answer, p99, before | while looking | while sending |");
      text.add("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
      text.add(
          "| %,d | %.1f | %,.0f | %.1f | %,d | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.1f ms |"
              .formatted(
                  reassess.people,
                  reassess.seconds,
                  reassess.people / reassess.seconds,
                  reassess.settled,
                  reassess.perSecond,
                  reassess.p50Before,
                  reassess.p50During,
                  reassess.p50After,
                  reassess.p99Before,
                  reassess.p99During,
                  reassess.p99After));
      text.add("");
      text.add(
          "Commands that followed: %s. Processor time for each person until all were looked at, new commands included: %s."
              .formatted(
                  reassess.commands.entrySet().stream()
                      .map(e -> "%s %,d".formatted(e.getKey(), e.getValue()))
                      .collect(Collectors.joining(", ")),
                  reassess.processor.entrySet().stream()
                      .map(e -> "%s %.0f µs".formatted(e.getKey(), e.getValue()))
                      .collect(Collectors.joining(", "))));
    }
  }
}
