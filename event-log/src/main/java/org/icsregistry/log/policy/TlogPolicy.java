package org.icsregistry.log.policy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.CheckpointVerifiers;
import org.icsregistry.log.checkpoint.CosignatureVerifier;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.note.NoteException;
import org.icsregistry.log.note.NoteSignature;
import org.icsregistry.log.note.NoteVerifier;
import org.icsregistry.log.note.VerifierKey;

/**
 * Whose checkpoints count, and how many witnesses have to have seen them (C2SP tlog-policy, a
 * draft: nothing else in this project knows its syntax).
 */
public final class TlogPolicy {
  private static final int MOST_BYTES = 1 << 20;

  private final List<Log> logs;
  private final List<Witness> witnesses;
  private final Quorum quorum;
  private final List<NoteVerifier> witnessVerifiers;

  /**
   * A log that is accepted.
   *
   * @param key its name is the origin of the log
   * @param url where to reach it, if the policy says so
   */
  public record Log(VerifierKey key, Optional<String> url) {}

  /**
   * A witness that is known.
   *
   * @param name its name within the policy, a character for each octet
   * @param key with which it cosigns
   * @param url where to ask it for cosignatures, if the policy says so
   */
  public record Witness(String name, VerifierKey key, Optional<String> url) {}

  /**
   * What is verified of a checkpoint.
   *
   * @param checkpoint signed by one of the logs
   * @param cosigned by the name of each witness that has cosigned, the time it gave
   * @param quorumReached whether these witnesses are enough
   */
  public record Verdict(
      Checkpoint checkpoint, Map<String, Instant> cosigned, boolean quorumReached) {
    /** Copied in the order of the names. */
    public Verdict {
      cosigned = Collections.unmodifiableMap(new TreeMap<>(cosigned));
    }
  }

  private TlogPolicy(PolicyReader reader) {
    quorum = reader.quorum();
    logs = List.copyOf(reader.logs);
    witnesses = List.copyOf(reader.witnesses);
    witnessVerifiers =
        witnesses.stream().map(witness -> CheckpointVerifiers.ofWitness(witness.key())).toList();
  }

  /**
   * Reads a policy file.
   *
   * @throws PolicyException if it is not one, one subclass per defect, with the number of the line
   */
  public static TlogPolicy parse(byte[] file) {
    if (file.length > MOST_BYTES) {
      throw new PolicyException.TooLarge(file.length, MOST_BYTES);
    }
    PolicyReader reader = new PolicyReader();
    reader.read(file);
    return new TlogPolicy(reader);
  }

  /** The logs, in the order of the file. */
  public List<Log> logs() {
    return logs;
  }

  /** The witnesses, in the order of the file. */
  public List<Witness> witnesses() {
    return witnesses;
  }

  /**
   * Verifies the signature of the log and all cosignatures of known witnesses, and tells whether
   * they make the quorum.
   *
   * @throws PolicyException.UnknownLog if no key of the policy is named like the origin of the
   *     checkpoint
   * @throws NoteException.NoKnownSignature if none of these keys has signed
   * @throws NoteException.WrongSignature if a signature of the log or of a witness does not fit
   */
  public Verdict verify(SignedCheckpoint signed) {
    Checkpoint checkpoint = signed.checkpoint();
    signed.verify(verifiersOf(checkpoint.origin()));
    Map<String, Instant> cosigned = new TreeMap<>();
    for (NoteSignature cosignature : signed.note().knownSignatures(witnessVerifiers)) {
      for (Witness witness : witnesses) {
        if (cosignature.isBy(witness.key())) {
          cosigned.put(witness.name(), CosignatureVerifier.time(cosignature));
        }
      }
    }
    return new Verdict(checkpoint, cosigned, quorum.isReachedBy(cosigned.keySet()));
  }

  /**
   * {@link #verify}, and insists on the quorum.
   *
   * @throws PolicyException.QuorumNotReached if too few witnesses have cosigned
   */
  public Verdict accept(SignedCheckpoint signed) {
    Verdict verdict = verify(signed);
    if (!verdict.quorumReached()) {
      throw new PolicyException.QuorumNotReached(verdict.cosigned().size(), witnesses.size());
    }
    return verdict;
  }

  private List<NoteVerifier> verifiersOf(String origin) {
    List<NoteVerifier> verifiers =
        logs.stream()
            .map(Log::key)
            .filter(key -> key.name().equals(origin))
            .map(CheckpointVerifiers::ofLog)
            .toList();
    if (verifiers.isEmpty()) {
      throw new PolicyException.UnknownLog();
    }
    return verifiers;
  }
}
