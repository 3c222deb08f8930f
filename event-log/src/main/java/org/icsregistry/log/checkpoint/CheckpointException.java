package org.icsregistry.log.checkpoint;

import org.icsregistry.log.LogException;

/** The text of a note is not a checkpoint; each defect has its own class. */
public abstract sealed class CheckpointException extends LogException {
  private CheckpointException(String message) {
    super(message);
  }

  /** Fewer than three lines, or the last one without a newline. */
  public static final class MissingLine extends CheckpointException {
    MissingLine() {
      super(
          "A checkpoint has at least three lines, origin, size and root, each ending in a newline");
    }
  }

  /** The first line, the origin, is empty or has a control character in it. */
  public static final class MalformedOrigin extends CheckpointException {
    MalformedOrigin() {
      super(
          "The origin of a checkpoint, its first line, is not empty and has no control characters");
    }
  }

  /** The second line is not a size. */
  public static final class MalformedSize extends CheckpointException {
    MalformedSize() {
      super(
          "The size of a checkpoint, its second line, is a decimal number without leading zeros, below 2^63");
    }
  }

  /** The third line is not a hash. */
  public static final class MalformedRoot extends CheckpointException {
    MalformedRoot() {
      super("The root of a checkpoint, its third line, is the Base64 of 32 bytes");
    }
  }

  /** A line after the third is empty or has a control character in it. */
  public static final class MalformedExtension extends CheckpointException {
    MalformedExtension() {
      super(
          "The lines of a checkpoint after its root, if there are any, are not empty and have no control characters");
    }
  }

  /** A name or an origin is too long for an ML-DSA-44 cosignature. */
  public static final class NameTooLong extends CheckpointException {
    NameTooLong() {
      super("Names and origins in a cosignature with ML-DSA-44 have at most 255 bytes");
    }
  }

  /** A cosignature without a time. */
  public static final class TimeMissing extends CheckpointException {
    TimeMissing() {
      super("The time of a cosignature is after the beginning of 1970");
    }
  }
}
