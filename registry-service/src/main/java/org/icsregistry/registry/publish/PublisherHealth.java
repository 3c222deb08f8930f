package org.icsregistry.registry.publish;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while the topic and the store contradict each other: somebody has to look. */
@Component("publisher")
class PublisherHealth implements HealthIndicator {

  private final LogPublisher publisher;

  PublisherHealth(LogPublisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public Health health() {
    var refusal = publisher.refusal();
    return refusal.isEmpty()
        ? Health.up().withDetail("published", publisher.published()).build()
        : Health.down().withDetail("refused", refusal.get()).build();
  }
}
