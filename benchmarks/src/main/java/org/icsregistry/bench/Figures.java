package org.icsregistry.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.icsregistry.bench.erase.Erasing;
import org.icsregistry.bench.load.Rate;
import org.icsregistry.bench.visible.Delays;
import org.icsregistry.bench.visible.Visible;
import org.jspecify.annotations.Nullable;

/**
 * What was measured at one size of the log.
 *
 * @param from entries of the log before the first round
 * @param to entries after the last
 */
record Figures(
    long from,
    long to,
    Map<String, Row> loads,
    @Nullable Latency latency,
    AuditFigures audit,
    @Nullable Erasure erasure,
    @Nullable DashboardFigures dashboards) {

  private static final double NANOS_PER_MILLISECOND = 1e6;

  /**
   * Milliseconds from the command on.
   *
   * @param people in the system meanwhile
   * @param erased how many were forgotten
   * @param completeMost until the last of them was forgotten everywhere
   */
  record Erasure(
      long people,
      int erased,
      double keysP50,
      double passportP50,
      double journeyP50,
      double completeP50,
      double completeMost) {

    static Erasure of(Erasing.Result r) {
      return new Erasure(
          r.people(),
          r.complete().count(),
          millis(r.keys(), 0.5),
          millis(r.passport(), 0.5),
          millis(r.journey(), 0.5),
          millis(r.complete(), 0.5),
          millis(r.complete(), 1));
    }
  }

  /**
   * A load over all rounds.
   *
   * @param perSecond median
   * @param ofPostgres median of the ratios to the database alone in the same round
   * @param microseconds processor time per operation by process, in all rounds together
   */
  record Row(double perSecond, double ofPostgres, Map<String, Long> microseconds) {}

  /** Milliseconds at the fixed rate. */
  record Latency(
      int perSecond,
      int commands,
      double answerP50,
      double answerP99,
      double visibleP50,
      double visibleP99) {

    static Latency of(int perSecond, Visible.Result r) {
      return new Latency(
          perSecond,
          r.visible().count(),
          millis(r.answer(), 0.5),
          millis(r.answer(), 0.99),
          millis(r.visible(), 0.5),
          millis(r.visible(), 0.99));
    }
  }

  /** One load in one round. */
  record Turn(Rate rate, double ofPostgres, Map<String, Long> processorNanos) {}

  static Row row(List<Turn> turns) {
    var nanos = new TreeMap<String, Long>();
    turns.forEach(t -> t.processorNanos.forEach((part, n) -> nanos.merge(part, n, Long::sum)));
    long operations = Math.max(1, turns.stream().mapToLong(t -> t.rate.all()).sum());
    nanos.replaceAll((_, n) -> n / 1000 / operations);
    return new Row(
        median(turns.stream().map(t -> t.rate.perSecond()).toList()),
        median(turns.stream().map(Turn::ofPostgres).toList()),
        nanos);
  }

  static double millis(Delays delays, double share) {
    return delays.percentile(share).toNanos() / NANOS_PER_MILLISECOND;
  }

  static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
