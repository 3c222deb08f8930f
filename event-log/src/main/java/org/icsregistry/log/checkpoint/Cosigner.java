package org.icsregistry.log.checkpoint;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.icsregistry.log.note.KeyException;
import org.icsregistry.log.note.NoteSignature;
import org.icsregistry.log.note.SigningKey;
import org.icsregistry.log.note.VerifierKey;

/**
 * Cosigns checkpoints with a time: type 04 with Ed25519, type 06 with ML-DSA-44 (C2SP
 * tlog-cosignature). For witnesses; a log may add a line of type 06 to its own signature. One
 * Ed25519 key must not serve two cosigners, because the message does not name the cosigner.
 */
public final class Cosigner {
  private final SigningKey key;

  /**
   * @throws KeyException.UnsuitableType if the key is not for cosignatures
   */
  public Cosigner(SigningKey key) {
    CosignatureVerifier.checkType(key.verifierKey());
    this.key = key;
  }

  /** The key with which others verify. */
  public VerifierKey key() {
    return key.verifierKey();
  }

  /**
   * States that this is the largest consistent tree seen of the log at that time. Whoever calls
   * this has verified the consistency and stored the checkpoint before.
   *
   * @param time when; kept in whole seconds
   * @throws CheckpointException.TimeMissing if the time is not after the beginning of 1970
   * @throws CheckpointException.NameTooLong if a name does not fit a message for ML-DSA-44
   */
  public NoteSignature cosign(Checkpoint checkpoint, Instant time) {
    long seconds = time.getEpochSecond();
    if (seconds <= 0) {
      throw new CheckpointException.TimeMissing();
    }
    byte[] signature = key.sign(CosignedMessage.of(key(), seconds, checkpoint.text()));
    byte[] timed =
        ByteBuffer.allocate(Long.BYTES + signature.length).putLong(seconds).put(signature).array();
    return new NoteSignature(key().name(), key().id(), timed);
  }
}
