package org.icsregistry.auditor.source;

import org.jspecify.annotations.Nullable;

/** A source cannot be read: nothing is said about the log by that. */
public final class SourceException extends RuntimeException {
  public SourceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  public SourceException(String message) {
    super(message);
  }
}
