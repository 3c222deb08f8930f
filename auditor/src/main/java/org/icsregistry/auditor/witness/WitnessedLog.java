package org.icsregistry.auditor.witness;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.Cosigner;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.note.NoteException;
import org.icsregistry.log.note.NoteSignature;
import org.icsregistry.log.note.NoteVerifier;
import org.icsregistry.log.note.SignedNote;
import org.icsregistry.log.tree.ConsistencyProof;
import org.icsregistry.log.tree.ProofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One log, as one witness has seen it grow. */
final class WitnessedLog {

  private static final Logger LOG = LoggerFactory.getLogger(WitnessedLog.class);

  private final List<NoteVerifier> keys;
  private final Cosigner cosigner;
  private final State state;
  private final Clock clock;
  private SignedCheckpoint latest;

  /**
   * @param keys with which the log may sign; more than one while it changes its key
   * @param latest the last checkpoint that was cosigned
   */
  WitnessedLog(
      List<NoteVerifier> keys,
      Cosigner cosigner,
      State state,
      Clock clock,
      SignedCheckpoint latest) {
    this.keys = List.copyOf(keys);
    this.cosigner = cosigner;
    this.state = state;
    this.clock = clock;
    this.latest = latest;
  }

  synchronized SignedCheckpoint latest() {
    return latest;
  }

  /**
   * Checks in the order of C2SP tlog-witness, add-checkpoint. One request at a time, so that a
   * slower one never takes the log back to a smaller size.
   *
   * @throws IOException if the new state could not be kept; then nothing is cosigned
   */
  synchronized Answer add(AddCheckpoint request) throws IOException {
    List<NoteSignature> signatures;
    try {
      signatures = request.checkpoint().verify(keys);
    } catch (NoteException notSigned) {
      return Answer.refused(403, "The checkpoint is not signed with a key of this log known here");
    }
    var offered =
        new SignedCheckpoint(new SignedNote(request.checkpoint().note().text(), signatures));
    raiseContradiction(offered);
    var checkpoint = offered.checkpoint();
    if (request.oldSize() > checkpoint.size()) {
      return Answer.refused(400, "The old size is larger than that of the checkpoint");
    }
    var seen = latest.checkpoint();
    if (request.oldSize() != seen.size()) {
      return Answer.conflict(seen.size());
    }
    try {
      new ConsistencyProof(seen.size(), checkpoint.size(), request.proof())
          .verify(seen.root(), checkpoint.root());
    } catch (ProofException notConsistent) {
      LOG.warn("Not cosigned, size {}: {}", checkpoint.size(), notConsistent.getMessage());
      return Answer.refused(
          422, "The proof does not lead from the size last cosigned to this tree");
    }
    return Answer.cosigned(List.of(cosign(offered)));
  }

  private NoteSignature cosign(SignedCheckpoint offered) throws IOException {
    var cosignature = cosigner.cosign(offered.checkpoint(), clock.instant());
    var cosigned = offered.with(List.of(cosignature));
    state.write(cosigned);
    latest = cosigned;
    return cosignature;
  }

  /** Two signed roots for one size are proof that the log shows different histories. */
  private void raiseContradiction(SignedCheckpoint offered) throws IOException {
    Checkpoint seen = latest.checkpoint();
    Checkpoint other = offered.checkpoint();
    if (other.size() == seen.size() && !Arrays.equals(other.root(), seen.root())) {
      var kept = state.keepEvidence(latest, offered);
      LOG.error(
          "SPLIT VIEW: the log {} has signed two different trees of size {}. Proof is kept in {}: send it to every partner",
          seen.origin(),
          seen.size(),
          kept);
    }
  }
}
