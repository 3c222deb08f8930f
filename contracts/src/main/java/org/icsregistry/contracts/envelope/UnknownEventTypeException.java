package org.icsregistry.contracts.envelope;

/**
 * The log holds a type that this release does not know: the reader is older than the writer and has
 * to be upgraded.
 */
public final class UnknownEventTypeException extends RuntimeException {

  public UnknownEventTypeException(String type) {
    super(
        "Expected an event type this release knows, found "
            + type
            + "; upgrade this reader before it goes on");
  }
}
