package org.icsregistry.log.kafka;

import org.icsregistry.log.LogException;

/** A stored reading position cannot be understood. */
public final class MalformedPositionException extends LogException {
  MalformedPositionException(String message) {
    super(message);
  }

  MalformedPositionException(String message, Throwable cause) {
    super(message, cause);
  }
}
