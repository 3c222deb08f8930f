package org.icsregistry.kit.log;

import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while a follower stands still at a record that fails, and says at which. */
final class LogHealth implements HealthIndicator {

  private final LogFollowers followers;

  LogHealth(LogFollowers followers) {
    this.followers = followers;
  }

  @Override
  public Health health() {
    var all = new TreeMap<>(followers.all());
    boolean down = all.values().stream().anyMatch(f -> f.status().stopped());
    var health = down ? Health.down() : Health.up();
    all.forEach((name, follower) -> health.withDetail(name, say(follower.status())));
    return health.build();
  }

  private static String say(LogFollower.Status status) {
    var failure = status.failure();
    return failure == null
        ? "next log index " + status.nextIndex()
        : "at log index %d: %s, attempt %d"
            .formatted(status.nextIndex(), failure.error(), failure.attempts());
  }
}
