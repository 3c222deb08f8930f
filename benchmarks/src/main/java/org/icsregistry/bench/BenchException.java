package org.icsregistry.bench;

/** A benchmark could not be carried out, so there is no number. */
public final class BenchException extends RuntimeException {

  public BenchException(String message) {
    super(message);
  }

  public BenchException(String message, Throwable cause) {
    super(message, cause);
  }
}
