package org.icsregistry.contracts.sealing;

/**
 * A sealed value is damaged or stands where it does not belong; never thrown for a key that is
 * gone. No message of it, and no cause, quotes what was inside.
 */
public final class SealingException extends RuntimeException {

  public SealingException(String message) {
    super(message);
  }

  public SealingException(String message, Throwable cause) {
    super(message, cause);
  }
}
