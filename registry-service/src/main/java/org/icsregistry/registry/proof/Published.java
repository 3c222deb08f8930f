package org.icsregistry.registry.proof;

import java.time.Instant;
import java.util.Optional;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.springframework.stereotype.Component;

/** Which checkpoint is shown to the world. */
@Component
class Published {

  private final Checkpoints checkpoints;
  private final Cosigned cosigned;
  private final TrustPolicy policy;

  Published(Checkpoints checkpoints, Cosigned cosigned, TrustPolicy policy) {
    this.checkpoints = checkpoints;
    this.cosigned = cosigned;
    this.policy = policy;
  }

  /**
   * A checkpoint as it is served.
   *
   * @param since when it was signed, or got its newest cosignature
   */
  record Note(SignedCheckpoint signed, Instant since) {

    long size() {
      return signed.checkpoint().size();
    }
  }

  /** The newest that the policy accepts; empty while there is none. */
  Optional<Note> accepted() {
    return policy.needsWitnesses()
        ? cosigned.latest().map(note -> new Note(note.signed(), note.at()))
        : signed();
  }

  /** The newest that the log has signed, with what cosignatures it has; empty if it is empty. */
  Optional<Note> signed() {
    return checkpoints
        .latest()
        .map(latest ->
            cosigned
                .ofSize(latest.size())
                .map(note -> new Note(note.signed(), note.at()))
                .orElseGet(() -> new Note(latest.signed(), latest.signedAt())));
  }
}
