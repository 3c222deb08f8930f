package org.icsregistry.auditor.witness;

/** A witness cannot start; the message says why and what to do. */
final class WitnessException extends RuntimeException {

  WitnessException(String message) {
    super(message);
  }

  WitnessException(String message, Throwable cause) {
    super(message, cause);
  }
}
