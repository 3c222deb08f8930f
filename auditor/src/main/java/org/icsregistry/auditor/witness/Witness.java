package org.icsregistry.auditor.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.CheckpointVerifiers;
import org.icsregistry.log.checkpoint.CosignatureVerifier;
import org.icsregistry.log.checkpoint.Cosigner;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.note.NoteException;
import org.icsregistry.log.note.NoteVerifier;
import org.icsregistry.log.note.SignedNote;
import org.icsregistry.log.note.VerifierKey;
import org.icsregistry.log.tree.Rfc6962;

/** Cosigns checkpoints of the logs it knows. */
final class Witness {

  private final VerifierKey key;
  private final State state;
  private final Map<String, WitnessedLog> logs;

  private Witness(VerifierKey key, State state, Map<String, WitnessedLog> logs) {
    this.key = key;
    this.state = state;
    this.logs = logs;
  }

  /** How a witness begins with a log it has no state of. */
  enum Beginning {
    /** It does not: a state that was lost must not go unnoticed. */
    REFUSED,
    /** With the empty tree, from which every log has grown. */
    AT_ZERO
  }

  /**
   * @param known keys of logs; several with one name are keys of one log
   * @throws WitnessException if the state is missing, damaged, or was cosigned with another key
   */
  static Witness open(
      Cosigner cosigner, List<VerifierKey> known, State state, Beginning beginning, Clock clock) {
    var keys = new LinkedHashMap<String, List<NoteVerifier>>();
    for (var key : known) {
      keys.merge(key.name(), List.of(CheckpointVerifiers.ofLog(key)), Witness::joined);
    }
    var logs = new LinkedHashMap<String, WitnessedLog>();
    keys.forEach((origin, verifiers) -> {
      var latest =
          state
              .read(origin)
              .map(stored -> ownWork(cosigner, origin, stored))
              .orElseGet(() -> begin(cosigner, origin, state, beginning, clock));
      logs.put(origin, new WitnessedLog(verifiers, cosigner, state, clock, latest));
    });
    return new Witness(cosigner.key(), state, Map.copyOf(logs));
  }

  private static List<NoteVerifier> joined(List<NoteVerifier> one, List<NoteVerifier> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  /** State that this witness did not sign was put there by somebody else. */
  private static SignedCheckpoint ownWork(
      Cosigner cosigner, String origin, SignedCheckpoint stored) {
    try {
      stored.verify(List.of(new CosignatureVerifier(cosigner.key())));
    } catch (NoteException e) {
      throw new WitnessException(
          "The state of %s was not cosigned with this witness's key; a witness with a new key begins with a new state"
              .formatted(origin),
          e);
    }
    if (!stored.checkpoint().origin().equals(origin)) {
      throw new WitnessException(
          "The state of %s is that of another log, %s"
              .formatted(origin, stored.checkpoint().origin()));
    }
    return stored;
  }

  private static SignedCheckpoint begin(
      Cosigner cosigner, String origin, State state, Beginning beginning, Clock clock) {
    if (beginning == Beginning.REFUSED) {
      throw new WitnessException(
          """
          This witness has no state of %s. If it never had one, run it once with --init. If it was lost, do not: \
          begin at the newest checkpoint that another witness or a monitor kept, with --begin-at FILE\
          """
              .formatted(origin));
    }
    var empty = new Checkpoint(origin, 0, Rfc6962.emptyRoot());
    return store(
        state,
        new SignedCheckpoint(
            new SignedNote(empty.text(), List.of(cosigner.cosign(empty, clock.instant())))));
  }

  /**
   * Puts a checkpoint in the place of a lost state.
   *
   * @throws WitnessException if it is not signed by a known log, or there is a state already
   */
  static void beginAt(
      SignedCheckpoint kept, Cosigner cosigner, List<VerifierKey> known, State state, Clock clock) {
    var origin = kept.checkpoint().origin();
    var verifiers =
        known.stream()
            .filter(key -> key.name().equals(origin))
            .map(CheckpointVerifiers::ofLog)
            .toList();
    if (state.read(origin).isPresent()) {
      throw new WitnessException(
          "There is a state of %s already, which --begin-at never replaces".formatted(origin));
    }
    try {
      var signatures = kept.verify(verifiers);
      var cosignature = cosigner.cosign(kept.checkpoint(), clock.instant());
      store(
          state,
          new SignedCheckpoint(new SignedNote(kept.note().text(), signatures))
              .with(List.of(cosignature)));
    } catch (NoteException e) {
      throw new WitnessException(
          "The checkpoint to begin at is not signed by a known log: " + e.getMessage(), e);
    }
  }

  private static SignedCheckpoint store(State state, SignedCheckpoint cosigned) {
    try {
      state.write(cosigned);
      return cosigned;
    } catch (IOException e) {
      throw new WitnessException("The state cannot be written: " + e, e);
    }
  }

  /**
   * Answers {@code add-checkpoint}.
   *
   * @throws IOException if the new state could not be kept; then nothing is cosigned
   */
  Answer add(byte[] body) throws IOException {
    var request = AddCheckpoint.parse(body);
    if (request.isEmpty()) {
      return Answer.refused(
          400, "Expected: old <size>, up to 63 hashes, an empty line, a signed checkpoint");
    }
    var log = logs.get(request.get().checkpoint().checkpoint().origin());
    return log == null
        ? Answer.refused(404, "This witness does not know that log")
        : log.add(request.get());
  }

  /** Answers {@code <origin hash>/checkpoint}. */
  Answer checkpoint(String originHash) {
    return logs.entrySet().stream()
        .filter(log -> State.originHash(log.getKey()).equals(originHash))
        .map(log -> log.getValue().latest())
        .filter(latest -> latest.checkpoint().size() > 0)
        .findFirst()
        .map(latest -> Answer.text(200, new String(latest.bytes(), UTF_8)))
        .orElseGet(() -> Answer.refused(404, "Nothing was cosigned of that log"));
  }

  /** For people: who this is, and how far it has seen. */
  Answer page() throws IOException {
    var page = new StringBuilder("Witness " + key.name() + "\nKey     " + key.text() + "\n");
    logs.forEach((origin, log) -> page.append("\n").append(line(origin, log.latest())));
    long contradictions = state.contradictions();
    if (contradictions > 0) {
      page.append(
          "\nALARM: %d pairs of signed checkpoints contradict each other; they are kept in the state under evidence\n"
              .formatted(contradictions));
    }
    return Answer.text(200, page.toString());
  }

  private String line(String origin, SignedCheckpoint latest) {
    long size = latest.checkpoint().size();
    if (size == 0) {
      return "Log %s: nothing cosigned yet\n".formatted(origin);
    }
    var time =
        latest.note().signatures().stream()
            .filter(signature -> signature.isBy(key))
            .map(CosignatureVerifier::time)
            .findFirst()
            .orElseThrow();
    return "Log %s: cosigned up to size %d at %s\n".formatted(origin, size, time);
  }
}
