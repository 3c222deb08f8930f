package org.icsregistry.contracts.envelope;

import org.jspecify.annotations.Nullable;

/**
 * Bytes that are no entry of the log: not JSON, an attribute missing or of another form, data that
 * is not what its type says.
 */
public final class MalformedEntryException extends RuntimeException {

  public MalformedEntryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
