package org.icsregistry.log.note;

import org.icsregistry.log.LogException;

/**
 * A key cannot be used as it is written; each defect has its own class. Private keys are never
 * quoted.
 */
public abstract sealed class KeyException extends LogException {
  private KeyException(String message) {
    super(message);
  }

  private KeyException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A verifier key is not {@code name+id+base64}. */
  public static final class MalformedVerifierKey extends KeyException {
    // Not quoted: somebody may have put a private key in its place.
    MalformedVerifierKey() {
      super(
          "A verifier key is a name, 8 lower-case hexadecimal digits and Base64, joined by plus signs");
    }
  }

  /** A signing key is not {@code PRIVATE+KEY+name+id+base64}. */
  public static final class MalformedSigningKey extends KeyException {
    MalformedSigningKey() {
      super("A signing key is PRIVATE+KEY+name+id+base64; what is given here is not");
    }
  }

  /** The name of a key is empty or has a space, a plus sign or a control character in it. */
  public static final class MalformedName extends KeyException {
    MalformedName() {
      super("The name of a key is not empty and has no spaces, plus signs or control characters");
    }
  }

  /** The id does not belong to the name and the key. */
  public static final class WrongKeyId extends KeyException {
    WrongKeyId(String name, String given, String expected) {
      super(
          "The id of the key %s is %s, not %s: the name or the key was changed"
              .formatted(name, expected, given));
    }
  }

  /** A type that is not supported here, or not for this use. */
  public static final class UnsuitableType extends KeyException {
    public UnsuitableType(String name, int type, String suitable) {
      super("The key %s has type %02x, but %s is needed".formatted(name, type, suitable));
    }
  }

  /** The key has another length than its type demands, or is not a key at all. */
  public static final class NotAKey extends KeyException {
    NotAKey(String name, String demanded, Throwable cause) {
      super("The key %s is not %s".formatted(name, demanded), cause);
    }

    NotAKey(String name, String demanded) {
      super("The key %s is not %s".formatted(name, demanded));
    }
  }

  /** Two known keys have the same name and id, so a signature could be meant for either. */
  public static final class Ambiguous extends KeyException {
    Ambiguous(String name) {
      super(
          "Two keys have the name %s and the same id; a signature cannot be assigned to one of them"
              .formatted(name));
    }
  }
}
