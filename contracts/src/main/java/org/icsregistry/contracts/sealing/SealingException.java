package org.icsregistry.contracts.sealing;

/** A sealed value is damaged or was moved; never thrown for a key that is gone. */
public final class SealingException extends RuntimeException {

  public SealingException(String message, Throwable cause) {
    super(message, cause);
  }
}
