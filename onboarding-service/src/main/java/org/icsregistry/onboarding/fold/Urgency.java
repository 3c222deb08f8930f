package org.icsregistry.onboarding.fold;

import java.time.Instant;

/** Who is looked at first, of those who have to be looked at now; and what is sent first. */
public enum Urgency {
  /** Something happened to the person, and somebody may be waiting for what follows. */
  EVENT(0),
  /** The rules of a role or partner changed, which concerns a hundred thousand at once. */
  RULES(1),
  /** A new day, or a command of this service took effect as it expected: the longest first. */
  IN_TURN(2);

  private final int place;

  Urgency(int place) {
    this.place = place;
  }

  /** How it stands in {@code outbox}: the lowest first. */
  public int place() {
    return place;
  }

  /**
   * How it stands in {@code due}: the more urgent by instants long past, so that no instance's
   * clock is asked whether it is time.
   */
  Instant dueAt(Instant since) {
    return switch (this) {
      case EVENT, RULES -> Instant.EPOCH.plusSeconds(place);
      case IN_TURN -> since;
    };
  }

  static Urgency of(Instant dueAt) {
    if (dueAt.equals(EVENT.dueAt(dueAt))) {
      return EVENT;
    }
    return dueAt.equals(RULES.dueAt(dueAt)) ? RULES : IN_TURN;
  }
}
