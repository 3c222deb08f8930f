package org.icsregistry.registry.store;

/** A decision failed by a fault of ours and not by a rule; nothing of its batch is appended. */
public final class DecisionFaultException extends RuntimeException {

  DecisionFaultException(Throwable cause) {
    super("A command could not be decided", cause);
  }
}
