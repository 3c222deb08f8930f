package org.icsregistry.log.checkpoint;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.icsregistry.log.note.KeyException;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.NoteSignature;
import org.icsregistry.log.note.NoteVerifier;
import org.icsregistry.log.note.SignatureCheck;
import org.icsregistry.log.note.VerifierKey;

/** Verifies cosignatures of types 04 and 06 (C2SP tlog-cosignature). */
public final class CosignatureVerifier implements NoteVerifier {
  private final VerifierKey key;
  private final SignatureCheck check;

  /**
   * @throws KeyException.UnsuitableType if the key is not for cosignatures
   * @throws KeyException.NotAKey if the bytes of the key are none
   */
  public CosignatureVerifier(VerifierKey key) {
    checkType(key);
    this.key = key;
    this.check = new SignatureCheck(key);
  }

  static void checkType(VerifierKey key) {
    if (key.type() == KeyType.ED25519) {
      throw new KeyException.UnsuitableType(key.name(), key.type().code(), "04 or 06");
    }
  }

  @Override
  public VerifierKey key() {
    return key;
  }

  /** Of a text that is not a checkpoint, nothing is a cosignature. */
  @Override
  public boolean verify(String text, byte[] signature) {
    if (signature.length != Long.BYTES + key.type().signatureBytes()) {
      return false;
    }
    long time = ByteBuffer.wrap(signature).getLong();
    if (time < 0) {
      return false;
    }
    try {
      Checkpoint.parse(text);
      byte[] message = CosignedMessage.of(key, time, text);
      return check.verify(message, Arrays.copyOfRange(signature, Long.BYTES, signature.length));
    } catch (CheckpointException notACheckpoint) {
      return false;
    }
  }

  /**
   * When a cosignature that was verified was made. Times beyond what an {@link Instant} holds
   * become its largest one.
   *
   * @throws CheckpointException.TimeMissing if the signature is too short to be a cosignature
   */
  public static Instant time(NoteSignature cosignature) {
    if (cosignature.signature().length < Long.BYTES) {
      throw new CheckpointException.TimeMissing();
    }
    long seconds = ByteBuffer.wrap(cosignature.signature()).getLong();
    return Instant.ofEpochSecond(Math.clamp(seconds, 0, Instant.MAX.getEpochSecond()));
  }
}
