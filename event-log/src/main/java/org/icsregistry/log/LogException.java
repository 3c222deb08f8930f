package org.icsregistry.log;

/**
 * Something about a log, a proof or a file is not as its specification demands. Each defect has a
 * subclass of its own; messages never quote the content of an event.
 */
public abstract class LogException extends RuntimeException {
  protected LogException(String message) {
    super(message);
  }

  protected LogException(String message, Throwable cause) {
    super(message, cause);
  }
}
