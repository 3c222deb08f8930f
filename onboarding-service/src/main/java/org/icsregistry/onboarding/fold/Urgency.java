package org.icsregistry.onboarding.fold;

import java.time.Instant;

/**
 * Who is looked at first, of those who have to be looked at now. Told by instants long past, so
 * that no instance's clock is asked whether it is time.
 */
public enum Urgency {
  /** Something happened to the person, and somebody may be waiting for what follows. */
  EVENT(0),
  /** The rules of a role or partner changed, which concerns a hundred thousand at once. */
  RULES(1),
  /** A command of the host took effect, nearly always one of this service, as it expected. */
  ECHO(2);

  /** The least urgent of all. */
  static final Instant LAST = ECHO.dueAt;

  private final Instant dueAt;

  Urgency(int place) {
    dueAt = Instant.EPOCH.plusSeconds(place);
  }

  public Instant dueAt() {
    return dueAt;
  }
}
