package org.icsregistry.registry.proof;

/** The log contradicts what was signed before. Nothing more is signed until somebody has looked. */
final class LogContradictionException extends RuntimeException {

  LogContradictionException(String message) {
    super(
        message
            + "; signing stops. Restore the log from the topic or a tile copy, and tell the auditors");
  }
}
