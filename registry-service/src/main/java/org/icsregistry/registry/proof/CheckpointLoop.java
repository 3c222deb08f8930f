package org.icsregistry.registry.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.InterruptException;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.registry.batch.CommandQueue.LogGrew;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
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
class CheckpointLoop implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointLoop.class);
  private static final Duration AT_MOST_EVERY = Duration.ofMillis(250);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);

  private final Checkpoints checkpoints;
  private final CheckpointTopic topic;
  private final Clock clock;
  private final Semaphore grew = new Semaphore(0);
  private final AtomicReference<@Nullable Instant> lastCovered = new AtomicReference<>();
  private @Nullable SignedCheckpoint unpublished;
  private volatile boolean running;
  private Thread worker = new Thread();

  CheckpointLoop(
      Checkpoints checkpoints, CheckpointTopic topic, Clock clock, MeterRegistry meters) {
    this.checkpoints = checkpoints;
    this.topic = topic;
    this.clock = clock;
    Gauge.builder("registry.checkpoint.age", this, CheckpointLoop::ageSeconds)
        .description("How long ago a signed checkpoint covered the whole log")
        .baseUnit("seconds")
        .register(meters);
  }

  private double ageSeconds() {
    var at = lastCovered.get();
    return at == null ? Double.NaN : Duration.between(at, clock.instant()).toMillis() / 1000.0;
  }

  @EventListener
  void on(LogGrew event) {
    grew.release();
  }

  @Override
  public void start() {
    running = true;
    worker = Thread.ofPlatform().name("checkpoints").start(this::work);
  }

  @Override
  public void stop() {
    running = false;
    worker.interrupt();
    try {
      worker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void work() {
    boolean begun = false;
    while (running) {
      try {
        if (!begun) {
          // What the process before has signed and perhaps not brought to the topic any more.
          unpublished = checkpoints.latest().map(Checkpoints.Latest::signed).orElse(null);
          begun = true;
        }
        step();
      } catch (InterruptedException | InterruptException e) {
        break;
      } catch (DataAccessException | TransactionException | KafkaException e) {
        LOG.warn("A checkpoint has to wait: {}", e.getClass().getSimpleName());
        if (!paused(PAUSE_AFTER_FAULT)) {
          break;
        }
      } catch (LogContradictionException e) {
        LOG.error("{}", e.getMessage());
        if (!paused(Duration.ofMinutes(1))) {
          break;
        }
      }
    }
  }

  private void step() throws InterruptedException {
    boolean _ = grew.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    grew.drainPermits();
    var now = clock.instant();
    checkpoints.sign().ifPresent(latest -> unpublished = latest.signed());
    lastCovered.set(now);
    if (unpublished != null) {
      topic.publish(unpublished);
      unpublished = null;
    }
    TimeUnit.MILLISECONDS.sleep(AT_MOST_EVERY.toMillis());
  }

  /** False when the service is being stopped. */
  static boolean paused(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
