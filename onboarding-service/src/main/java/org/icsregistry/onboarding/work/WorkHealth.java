package org.icsregistry.onboarding.work;

import java.util.List;
import org.icsregistry.kit.loop.Worker;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while a worker fails again and again. */
@Component
final class WorkHealth implements HealthIndicator {

  private static final int TOO_OFTEN = 3;

  private final List<Worker> workers;

  WorkHealth(List<Worker> workers) {
    this.workers = workers;
  }

  @Override
  public Health health() {
    boolean down = workers.stream().anyMatch(w -> w.failures() >= TOO_OFTEN);
    var health = down ? Health.down() : Health.up();
    workers.forEach(w -> health.withDetail(w.name(), w.failures() + " failures in a row"));
    return health.build();
  }
}
