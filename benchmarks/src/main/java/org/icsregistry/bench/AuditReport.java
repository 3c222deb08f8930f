package org.icsregistry.bench;

import java.util.List;
import java.util.StringJoiner;
import org.icsregistry.bench.AuditFigures.Checkpointing;
import org.icsregistry.bench.AuditFigures.Program;
import org.icsregistry.bench.AuditFigures.Proof;
import org.icsregistry.bench.AuditFigures.Verify;
import org.jspecify.annotations.Nullable;

/** The tables about verification, proofs and checkpoints; each only if it was measured. */
final class AuditReport {

  private static final double PERCENT = 100;

  private AuditReport() {}

  static void tables(List<AuditFigures> sizes, StringJoiner text) {
    if (sizes.stream().anyMatch(size -> size.verify() != null)) {
      text.add("");
      text.add(
          "| Log, entries | Program | entries per second | ÷ plain read | per entry, µs | processor time per entry, µs | largest memory |");
      text.add("|---|---|--:|--:|--:|--:|--:|");
      sizes.forEach(size -> verify(size.verify(), text));
    }
    if (sizes.stream().anyMatch(size -> size.proof() != null)) {
      text.add("");
      text.add("| Log, entries | proofs | proof, p50 | proof, p99 |");
      text.add("|---|--:|--:|--:|");
      sizes.forEach(size -> proof(size.proof(), text));
    }
    if (sizes.stream().anyMatch(size -> size.checkpointing() != null)) {
      text.add("");
      text.add(
          "| Log, entries | commands per second, signing | not signing | cost of signing | processor time per command, µs, signing | not signing |");
      text.add("|---|--:|--:|--:|--:|--:|");
      sizes.forEach(size -> checkpointing(size.checkpointing(), text));
    }
  }

  private static void verify(@Nullable Verify v, StringJoiner text) {
    if (v != null) {
      text.add(program(v.entries(), "plain read and SHA-256", 1, v.plain()));
      text.add(program(v.entries(), "`bin/audit verify`", v.ofPlain(), v.verify()));
    }
  }

  private static String program(long entries, String name, double ofPlain, Program program) {
    return "| %,d | %s | %,.0f | %.2f | %.2f | %.2f | %.0f MB |"
        .formatted(
            entries,
            name,
            program.perSecond(),
            ofPlain,
            program.microseconds(),
            program.processorMicroseconds(),
            program.peakMegabytes());
  }

  private static void proof(@Nullable Proof p, StringJoiner text) {
    if (p != null) {
      text.add(
          "| %,d | %,d | %.1f ms | %.1f ms |"
              .formatted(p.entries(), p.requests(), p.p50(), p.p99()));
    }
  }

  private static void checkpointing(@Nullable Checkpointing c, StringJoiner text) {
    if (c != null) {
      text.add(
          "| %,d–%,d | %,.0f | %,.0f | %.1f %% | %.1f | %.1f |"
              .formatted(
                  c.from(),
                  c.to(),
                  c.perSecondWith(),
                  c.perSecondWithout(),
                  c.cost() * PERCENT,
                  c.processorWith(),
                  c.processorWithout()));
    }
  }
}
