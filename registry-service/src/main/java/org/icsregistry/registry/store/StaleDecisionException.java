package org.icsregistry.registry.store;

/**
 * Another writer was faster: what a decision rested on has changed. The batch is to be decided
 * again.
 */
public final class StaleDecisionException extends RuntimeException {

  StaleDecisionException(String message) {
    super(message);
  }

  public StaleDecisionException(String message, Throwable cause) {
    super(message, cause);
  }
}
