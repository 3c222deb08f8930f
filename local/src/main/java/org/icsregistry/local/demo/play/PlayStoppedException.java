package org.icsregistry.local.demo.play;

/** The play cannot go on; the message is complete and meant for whoever started it. */
public final class PlayStoppedException extends RuntimeException {

  public PlayStoppedException(String message) {
    super(message);
  }

  public PlayStoppedException(String message, Throwable cause) {
    super(message, cause);
  }
}
