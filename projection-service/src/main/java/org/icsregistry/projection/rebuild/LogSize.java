package org.icsregistry.projection.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.apache.kafka.common.KafkaException;
import org.icsregistry.kit.log.LogFollowing;
import org.icsregistry.log.LogException;
import org.icsregistry.log.kafka.LogTail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** How many entries the log has, asked of the broker at most once a second. */
@Component
class LogSize {

  private static final Logger LOG = LoggerFactory.getLogger(LogSize.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final LogTail tail;
  private final Clock clock;
  private Instant askedAt = Instant.EPOCH;
  private OptionalLong size = OptionalLong.empty();

  LogSize(KafkaProperties kafka, LogFollowing log, Clock clock) {
    this.tail = new LogTail(kafka.buildConsumerProperties(), log.topic());
    this.clock = clock;
  }

  /** The number of entries; empty while it cannot be had. */
  synchronized OptionalLong size() {
    if (askedAt.plus(FRESH).isBefore(clock.instant())) {
      size = ask();
      askedAt = clock.instant();
    }
    return size;
  }

  private OptionalLong ask() {
    try {
      return OptionalLong.of(tail.lastIndex(PATIENCE).orElse(-1) + 1);
    } catch (KafkaException | LogException e) {
      LOG.debug("The end of the log is not known at this moment", e);
      return OptionalLong.empty();
    }
  }
}
