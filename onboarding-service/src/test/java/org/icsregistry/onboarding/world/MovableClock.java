package org.icsregistry.onboarding.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Goes on like any clock and can be set forward. */
public final class MovableClock extends Clock {

  private volatile Duration ahead =
      Duration.between(Instant.now(), Instant.parse("2026-11-22T12:00:00Z"));

  public void forward(Duration time) {
    ahead = ahead.plus(time);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
