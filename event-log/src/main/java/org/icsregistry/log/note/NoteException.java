package org.icsregistry.log.note;

import org.icsregistry.log.LogException;

/** A signed note is malformed or not properly signed; each defect has its own class. */
public abstract sealed class NoteException extends LogException {
  private NoteException(String message) {
    super(message);
  }

  /** More bytes than any honest note has. */
  public static final class TooLarge extends NoteException {
    TooLarge(int length, int most) {
      super("A note has at most %d bytes, not %d".formatted(most, length));
    }
  }

  /** The bytes are not UTF-8. */
  public static final class NotUtf8 extends NoteException {
    NotUtf8() {
      super("A note is UTF-8 text, and these bytes are not");
    }
  }

  /** A control character other than a newline. */
  public static final class ControlCharacter extends NoteException {
    ControlCharacter() {
      super("A note has no control characters but newlines");
    }
  }

  /** No empty line divides the text from the signatures, or there are none after it. */
  public static final class NoSignatures extends NoteException {
    NoSignatures() {
      super(
          "A note is a text, an empty line and at least one line with a signature, each ending in a newline");
    }
  }

  /** The text to sign does not end in a newline. */
  public static final class UnfinishedText extends NoteException {
    UnfinishedText() {
      super("The text of a note ends in a newline");
    }
  }

  /** A line below the text is not {@code — name base64}. */
  public static final class MalformedSignature extends NoteException {
    MalformedSignature(int line) {
      super(
          "Signature line %d is not an em dash, a key name and Base64, with single spaces between"
              .formatted(line));
    }
  }

  /** More signatures than any honest note has. */
  public static final class TooManySignatures extends NoteException {
    TooManySignatures(int most) {
      super("A note has at most %d signatures".formatted(most));
    }
  }

  /** A signature by a known key does not fit the text: one of them was changed. */
  public static final class WrongSignature extends NoteException {
    WrongSignature(String name) {
      super(
          "The signature by %s does not belong to this text; the text or the signature was changed"
              .formatted(name));
    }
  }

  /** None of the known keys signed. */
  public static final class NoKnownSignature extends NoteException {
    NoKnownSignature() {
      super("None of the known keys has signed this note");
    }
  }
}
