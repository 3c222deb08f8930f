package org.icsregistry.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.icsregistry.bench.audit.Signing;
import org.icsregistry.bench.audit.Verifying;
import org.icsregistry.bench.audit.Verifying.Reading;
import org.icsregistry.bench.visible.Delays;
import org.jspecify.annotations.Nullable;

/** What was measured about verification, proofs and checkpoints at one size of the log. */
record AuditFigures(
    @Nullable Verify verify, @Nullable Proof proof, @Nullable Checkpointing checkpointing) {

  private static final double NANOS_PER_MICROSECOND = 1e3;
  private static final double NANOS_PER_MILLISECOND = 1e6;
  private static final double KILOBYTES_PER_MEGABYTE = 1024;

  /**
   * {@code bin/audit verify} beside a plain read.
   *
   * @param ofPlain median of the ratios of their rates, each to the plain read just before
   */
  record Verify(long entries, double ofPlain, Program verify, Program plain) {}

  /**
   * A program over all rounds.
   *
   * @param microseconds per entry, from the first to the last; median
   * @param processorMicroseconds per entry, with the start of Java; median
   * @param peakMegabytes resident memory at its largest in any round
   */
  record Program(double microseconds, double processorMicroseconds, double peakMegabytes) {
    double perSecond() {
      return 1e6 / microseconds;
    }
  }

  /** Milliseconds from the question to the whole answer. */
  record Proof(long entries, int requests, double p50, double p99) {}

  /**
   * Intake with and without signing.
   *
   * @param from entries of the log before
   * @param to entries after
   * @param cost median of the shares of the rate that signing took
   * @param processorWith microseconds of processor time per command, of everything that runs
   */
  record Checkpointing(
      long from,
      long to,
      double perSecondWith,
      double perSecondWithout,
      double cost,
      double processorWith,
      double processorWithout) {}

  static Verify verify(List<Verifying.Turn> turns) {
    return new Verify(
        turns.getLast().entries(),
        Figures.median(turns.stream().map(Verifying.Turn::ofPlain).toList()),
        program(turns, Verifying.Turn::verify),
        program(turns, Verifying.Turn::plain));
  }

  private static Program program(
      List<Verifying.Turn> turns, Function<Verifying.Turn, Reading> which) {
    Function<Function<Reading, Long>, Double> perEntry =
        nanos ->
            Figures.median(
                turns.stream()
                    .map(t -> nanos.apply(which.apply(t)) / NANOS_PER_MICROSECOND / t.entries())
                    .toList());
    return new Program(
        perEntry.apply(Reading::nanos),
        perEntry.apply(reading -> reading.processor().toNanos()),
        turns.stream().mapToLong(t -> which.apply(t).peakKilobytes()).max().orElseThrow()
            / KILOBYTES_PER_MEGABYTE);
  }

  static Proof proof(long entries, Delays delays) {
    return new Proof(
        entries, delays.count(), millis(delays.percentile(0.5)), millis(delays.percentile(0.99)));
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / NANOS_PER_MILLISECOND;
  }

  static Checkpointing checkpointing(long from, long to, List<Signing.Round> rounds) {
    var with = rounds.stream().flatMap(round -> round.with().stream()).toList();
    var without = rounds.stream().flatMap(round -> round.without().stream()).toList();
    return new Checkpointing(
        from,
        to,
        perSecond(with),
        perSecond(without),
        Figures.median(rounds.stream().map(Signing.Round::cost).toList()),
        processor(with),
        processor(without));
  }

  private static double perSecond(List<Signing.Turn> turns) {
    return Figures.median(turns.stream().map(turn -> turn.rate().perSecond()).toList());
  }

  private static double processor(List<Signing.Turn> turns) {
    var used = turns.stream().map(Signing.Turn::processor).reduce(Duration.ZERO, Duration::plus);
    long commands = turns.stream().mapToLong(turn -> turn.rate().all()).sum();
    return used.toNanos() / NANOS_PER_MICROSECOND / commands;
  }
}
