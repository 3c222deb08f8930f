package org.icsregistry.kit.log;

/** The stored position lies before what was read: it was set back, by a restore for example. */
final class PositionMovedException extends RuntimeException {

  PositionMovedException(String name, long read, long stored) {
    super(
        "Expected follower %s to go on at log index %d, its stored position is %d; it goes back there"
            .formatted(name, read, stored));
  }
}
