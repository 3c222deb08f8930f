package org.icsregistry.registry.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.InterruptException;
import org.icsregistry.kit.loop.Loop;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.registry.batch.CommandQueue.LogGrew;
import org.icsregistry.registry.batch.CommandQueue.LogInDoubt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.KafkaException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Signs at most every few hundred milliseconds, so that an event is covered within a second at the
 * latest.
 */
@Component
class CheckpointLoop extends Loop {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointLoop.class);
  private static final Duration AT_MOST_EVERY = Duration.ofMillis(250);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);
  private static final Duration PAUSE_AFTER_CONTRADICTION = Duration.ofMinutes(1);

  private final Checkpoints checkpoints;
  private final CheckpointTopic topic;
  private final Clock clock;
  private final AtomicReference<@Nullable Instant> covered = new AtomicReference<>();
  private volatile boolean inDoubt = true;
  private boolean begun;
  private @Nullable SignedCheckpoint unpublished;

  CheckpointLoop(
      Checkpoints checkpoints, CheckpointTopic topic, Clock clock, MeterRegistry meters) {
    super("checkpoints");
    this.checkpoints = checkpoints;
    this.topic = topic;
    this.clock = clock;
    Gauge.builder("registry.checkpoint.age", this, CheckpointLoop::ageSeconds)
        .baseUnit("seconds")
        .register(meters);
  }

  /** Since when it is not known that the newest checkpoint covers the whole log. */
  private double ageSeconds() {
    var at = covered.get();
    return at == null ? Double.NaN : Duration.between(at, clock.instant()).toMillis() / 1000.0;
  }

  @EventListener
  void on(LogGrew event) {
    wake();
  }

  /** A log that may be another one than readers hold is not signed: that would be a fork. */
  @EventListener
  void on(LogInDoubt event) {
    inDoubt = event.now();
  }

  @Override
  protected void work() throws InterruptedException {
    begun = false;
    while (isRunning()) {
      pause(attempt());
    }
  }

  /** Signs what there is to sign; how long to wait before the next attempt. */
  private Duration attempt() throws InterruptedException {
    try {
      step();
      return AT_MOST_EVERY;
    } catch (InterruptException e) {
      throw e;
    } catch (DataAccessException
        | TransactionException
        | KafkaException
        | org.apache.kafka.common.KafkaException e) {
      LOG.warn("A checkpoint has to wait: {}", e.getClass().getSimpleName());
      return PAUSE_AFTER_FAULT;
    } catch (LogContradictionException e) {
      LOG.error("{}", e.getMessage());
      return PAUSE_AFTER_CONTRADICTION;
    } catch (RuntimeException e) {
      LOG.error("Signing met a fault of ours, and tries again", e);
      return PAUSE_AFTER_FAULT;
    }
  }

  private void step() throws InterruptedException {
    pauseUnlessWoken(LOOK_EVERY);
    if (inDoubt) {
      return;
    }
    if (!begun) {
      // What the process before has signed and perhaps not brought to the topic any more.
      unpublished = checkpoints.latest().map(Checkpoints.Latest::signed).orElse(null);
      begun = true;
    }
    checkpoints.sign().ifPresent(latest -> unpublished = latest.signed());
    covered.set(clock.instant());
    if (unpublished != null) {
      topic.publish(unpublished);
      unpublished = null;
    }
  }
}
