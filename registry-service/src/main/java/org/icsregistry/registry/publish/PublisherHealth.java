package org.icsregistry.registry.publish;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down while the topics and the store contradict each other: somebody has to look. Out of service
 * until they have been compared.
 */
@Component("publisher")
class PublisherHealth implements HealthIndicator {

  private final LogPublisher publisher;
  private final Agreement agreement;

  PublisherHealth(LogPublisher publisher, Agreement agreement) {
    this.publisher = publisher;
    this.agreement = agreement;
  }

  @Override
  public Health health() {
    var refusal = agreement.refusal();
    if (refusal.isPresent()) {
      return Health.down().withDetail("refused", refusal.get()).build();
    }
    return agreement.inDoubt()
        ? Health.outOfService()
            .withDetail("waiting", "for Kafka, to compare the store with the topics")
            .build()
        : Health.up().withDetail("published", publisher.published()).build();
  }
}
