package org.icsregistry.auditor.verify;

import org.icsregistry.auditor.finding.Finding;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.policy.TlogPolicy;

/** Whether enough witnesses have seen what is newest, and which of them are behind. */
final class Freshness {
  private final CheckpointBook book;
  private final TlogPolicy policy;
  private final Findings findings;

  Freshness(CheckpointBook book, TlogPolicy policy, Findings findings) {
    this.book = book;
    this.policy = policy;
    this.findings = findings;
  }

  void check(SignedCheckpoint newest) {
    long size = newest.checkpoint().size();
    long cosignedSize = book.newestCosigned().map(c -> c.checkpoint().size()).orElse(-1L);
    if (cosignedSize < size) {
      findings.add(new Finding.NotYetCosigned(size, cosignedSize));
    }
    for (TlogPolicy.Witness witness : policy.witnesses()) {
      long cosigned = book.cosignedBy(witness.name());
      if (cosigned < size) {
        findings.add(new Finding.WitnessLagging(witness.name(), cosigned, size));
      }
    }
  }
}
