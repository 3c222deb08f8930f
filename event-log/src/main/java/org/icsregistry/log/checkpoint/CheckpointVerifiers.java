package org.icsregistry.log.checkpoint;

import org.icsregistry.log.note.Ed25519Verifier;
import org.icsregistry.log.note.KeyException;
import org.icsregistry.log.note.NoteVerifier;
import org.icsregistry.log.note.VerifierKey;

/** Which types of key sign checkpoints as what. */
public final class CheckpointVerifiers {
  private CheckpointVerifiers() {}

  /**
   * A log signs with type 01 or 06 (C2SP tlog-checkpoint, Signatures; tlog-tiles, Checkpoints).
   *
   * @throws KeyException if the key is of another type or none
   */
  public static NoteVerifier ofLog(VerifierKey key) {
    return switch (key.type()) {
      case ED25519 -> new Ed25519Verifier(key);
      case ML_DSA_44_COSIGNATURE -> new CosignatureVerifier(key);
      case ED25519_COSIGNATURE ->
          throw new KeyException.UnsuitableType(
              key.name(), key.type().code(), "01 or 06 for a log");
    };
  }

  /**
   * A witness signs with type 04 or 06 (C2SP tlog-cosignature).
   *
   * @throws KeyException if the key is of another type or none
   */
  public static NoteVerifier ofWitness(VerifierKey key) {
    return new CosignatureVerifier(key);
  }
}
