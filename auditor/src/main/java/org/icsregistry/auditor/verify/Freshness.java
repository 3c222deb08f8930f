package org.icsregistry.auditor.verify;

import java.time.Duration;
import java.time.Instant;
import org.icsregistry.auditor.finding.CheckpointFinding;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.policy.TlogPolicy;
import org.jspecify.annotations.Nullable;

/** Whether enough witnesses have seen what is newest, and which of them are behind. */
final class Freshness {
  /**
   * Witnesses answer within seconds. A history that none of them has seen for this long may be one
   * that is kept from them: the log's key alone suffices to make it.
   */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private final CheckpointBook book;
  private final TlogPolicy policy;
  private final Findings findings;

  Freshness(CheckpointBook book, TlogPolicy policy, Findings findings) {
    this.book = book;
    this.policy = policy;
    this.findings = findings;
  }

  /**
   * @param uncoveredSince when the first event was recorded that no quorum has covered; null if no
   *     event says so
   */
  void check(SignedCheckpoint newest, @Nullable Instant uncoveredSince, Instant now) {
    long size = newest.checkpoint().size();
    long cosignedSize = book.newestCosigned().map(c -> c.checkpoint().size()).orElse(-1L);
    if (cosignedSize < size) {
      findings.add(
          isRecent(size, uncoveredSince, now)
              ? new CheckpointFinding.NotYetCosigned(size, cosignedSize)
              : new CheckpointFinding.CosignatureOverdue(
                  size, cosignedSize, uncoveredSince, PATIENCE));
    }
    for (TlogPolicy.Witness witness : policy.witnesses()) {
      long cosigned = book.cosignedBy(witness.name());
      if (cosigned < size) {
        findings.add(new CheckpointFinding.WitnessLagging(witness.name(), cosigned, size));
      }
    }
  }

  /** A time far in the future would be a way to stay recent for ever. An empty log may wait. */
  private static boolean isRecent(long size, @Nullable Instant since, Instant now) {
    return size == 0
        || (since != null && Duration.between(since, now).abs().compareTo(PATIENCE) <= 0);
  }
}
