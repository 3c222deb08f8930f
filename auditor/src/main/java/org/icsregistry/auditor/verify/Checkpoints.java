package org.icsregistry.auditor.verify;

import org.icsregistry.auditor.source.LogSource;
import org.icsregistry.auditor.source.SourceException;
import org.icsregistry.log.LogException;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.policy.TlogPolicy;
import org.jspecify.annotations.Nullable;

/** Finds the checkpoint to work with. */
public final class Checkpoints {
  private final TlogPolicy policy;
  private final long leastSize;
  private @Nullable SignedCheckpoint best;
  private boolean bestCosigned;

  private Checkpoints(TlogPolicy policy, long leastSize) {
    this.policy = policy;
    this.leastSize = leastSize;
  }

  /**
   * The newest checkpoint that enough witnesses have seen; if there is none of at least that size,
   * the newest that the log has signed.
   *
   * @throws SourceException if there is no such one either
   */
  public static SignedCheckpoint best(LogSource source, TlogPolicy policy, long leastSize) {
    Checkpoints choice = new Checkpoints(policy, leastSize);
    source.eachCheckpoint(choice::consider);
    if (choice.best == null) {
      throw new SourceException(
          "Expected a checkpoint of size %d or more, signed by a log of the policy, got none: the log is shorter or has not signed so far"
              .formatted(leastSize));
    }
    return choice.best;
  }

  private void consider(byte[] note) {
    try {
      SignedCheckpoint signed = SignedCheckpoint.parse(note);
      TlogPolicy.Verdict verdict = policy.verify(signed);
      long size = verdict.checkpoint().size();
      if (size >= leastSize && isBetter(size, verdict.quorumReached())) {
        best = signed;
        bestCosigned = verdict.quorumReached();
      }
    } catch (LogException unusable) {
      // `verify` reports checkpoints that are none; here a good one is wanted.
      return;
    }
  }

  private boolean isBetter(long size, boolean cosigned) {
    if (best == null || cosigned != bestCosigned) {
      return best == null || cosigned;
    }
    return size >= best.checkpoint().size();
  }
}
