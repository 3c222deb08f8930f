package org.icsregistry.log.proof;

import org.icsregistry.log.LogException;

/**
 * A file is not a proof; each defect has its own class. What a proof does not prove, other
 * exceptions say.
 */
public abstract sealed class TlogProofException extends LogException {
  private TlogProofException(String message) {
    super(message);
  }

  /** More bytes than any honest proof has. */
  public static final class TooLarge extends TlogProofException {
    TooLarge(int length, int most) {
      super("A proof has at most %d bytes, not %d".formatted(most, length));
    }
  }

  /** The bytes are not UTF-8. */
  public static final class NotUtf8 extends TlogProofException {
    NotUtf8() {
      super("A proof is UTF-8 text, and these bytes are not");
    }
  }

  /** The first line is another one. */
  public static final class OtherFormat extends TlogProofException {
    OtherFormat() {
      super("A proof begins with the line c2sp.org/tlog-proof@v1");
    }
  }

  /** The line with extra data is not Base64, or is there without data. */
  public static final class MalformedExtra extends TlogProofException {
    MalformedExtra() {
      super("Extra data in a proof is one line: the word extra and Base64");
    }
  }

  /** The line with the index is missing or malformed. */
  public static final class MalformedIndex extends TlogProofException {
    MalformedIndex() {
      super(
          "A proof has a line with the word index and a decimal number without leading zeros, below 2^63");
    }
  }

  /** A line of the path is not a hash. */
  public static final class MalformedHash extends TlogProofException {
    MalformedHash(int number) {
      super("Hash %d of the proof is not the Base64 of 32 bytes".formatted(number));
    }
  }

  /** More hashes than the largest tree is high. */
  public static final class TooManyHashes extends TlogProofException {
    TooManyHashes(int most) {
      super("A proof has at most %d hashes".formatted(most));
    }
  }

  /** No empty line, after which the checkpoint would follow. */
  public static final class NoCheckpoint extends TlogProofException {
    NoCheckpoint() {
      super("A proof has an empty line after its hashes, and a checkpoint after that");
    }
  }
}
