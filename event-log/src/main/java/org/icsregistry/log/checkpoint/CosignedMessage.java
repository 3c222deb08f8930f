package org.icsregistry.log.checkpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.icsregistry.log.note.KeyException;
import org.icsregistry.log.note.VerifierKey;

/** What a cosigner signs (C2SP tlog-cosignature, sections on the signed messages). */
final class CosignedMessage {
  private static final byte[] ML_DSA_LABEL = "subtree/v1\n\0".getBytes(US_ASCII);
  private static final int MOST_NAME_BYTES = 255;

  // A checkpoint is about the whole tree, so the subtree that is signed starts at the first entry.
  private static final long START = 0;

  private CosignedMessage() {}

  /**
   * @throws KeyException.UnsuitableType if the key is not for cosignatures
   * @throws CheckpointException if an ML-DSA-44 message cannot be made of the text
   */
  static byte[] of(VerifierKey key, long time, String text) {
    return switch (key.type()) {
      case ED25519_COSIGNATURE -> ("cosignature/v1\ntime " + time + "\n" + text).getBytes(UTF_8);
      case ML_DSA_44_COSIGNATURE -> subtree(key.name(), time, Checkpoint.parse(text));
      case ED25519 ->
          throw new KeyException.UnsuitableType(key.name(), key.type().code(), "04 or 06");
    };
  }

  private static byte[] subtree(String cosigner, long time, Checkpoint checkpoint) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(ML_DSA_LABEL);
    writeName(message, cosigner);
    writeLong(message, time);
    writeName(message, checkpoint.origin());
    writeLong(message, START);
    writeLong(message, checkpoint.size());
    message.writeBytes(checkpoint.root());
    return message.toByteArray();
  }

  private static void writeName(ByteArrayOutputStream message, String name) {
    byte[] bytes = name.getBytes(UTF_8);
    if (bytes.length > MOST_NAME_BYTES) {
      throw new CheckpointException.NameTooLong();
    }
    message.write(bytes.length);
    message.writeBytes(bytes);
  }

  private static void writeLong(ByteArrayOutputStream message, long number) {
    message.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }
}
