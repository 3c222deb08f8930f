package org.icsregistry.bench;

import static org.icsregistry.bench.Options.Measure.CHECKPOINTING;
import static org.icsregistry.bench.Options.Measure.PROOF;
import static org.icsregistry.bench.Options.Measure.VERIFY;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.icsregistry.bench.audit.ProofRequests;
import org.icsregistry.bench.audit.Signing;
import org.icsregistry.bench.audit.Verifying;
import org.icsregistry.bench.load.Load;
import org.icsregistry.bench.system.SystemUnderTest;
import org.jspecify.annotations.Nullable;

/** The measurements about what nobody has to take on trust, on a log that others have grown. */
final class AuditSeries {

  private static final double PERCENT = 100;

  private final Options options;
  private final SystemUnderTest system;
  private final Load intake;
  private final Consumer<String> progress;

  /**
   * @param intake load under which signing is measured
   */
  AuditSeries(Options options, SystemUnderTest system, Load intake, Consumer<String> progress) {
    this.options = options;
    this.system = system;
    this.intake = intake;
    this.progress = progress;
  }

  AuditFigures.@Nullable Verify verify() {
    if (!options.wants(VERIFY)) {
      return null;
    }
    var verifying = new Verifying(system);
    verifying.warmUp();
    var figures = AuditFigures.verify(rounds(verifying::turn));
    progress.accept(
        "Verified %,.0f/s, %.2f of a plain read, in %.0f MB"
            .formatted(
                figures.verify().perSecond(), figures.ofPlain(), figures.verify().peakMegabytes()));
    return figures;
  }

  AuditFigures.@Nullable Proof proof() {
    if (!options.wants(PROOF)) {
      return null;
    }
    var delays = new ProofRequests(system).run(options.time(), options.time());
    var figures = AuditFigures.proof(system.logSize(), delays);
    progress.accept("Proofs: 99 of 100 within %.1f ms".formatted(figures.p99()));
    return figures;
  }

  /** Appends to the log. */
  AuditFigures.@Nullable Checkpointing checkpointing() {
    if (!options.wants(CHECKPOINTING)) {
      return null;
    }
    var signing = new Signing(system, intake);
    long from = system.logSize();
    var rounds = rounds(() -> signing.round(options.time().multipliedBy(2)));
    var figures = AuditFigures.checkpointing(from, system.logSize(), rounds);
    progress.accept("Signing takes %.1f %% of the intake".formatted(figures.cost() * PERCENT));
    return figures;
  }

  private <T> List<T> rounds(Supplier<T> round) {
    var all = new ArrayList<T>();
    for (int i = 0; i < options.rounds; i++) {
      all.add(round.get());
    }
    return all;
  }
}
