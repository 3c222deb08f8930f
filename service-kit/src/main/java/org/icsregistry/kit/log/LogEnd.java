package org.icsregistry.kit.log;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.icsregistry.log.LogException;
import org.icsregistry.log.kafka.LogTail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the log reaches, asked now and then beside the followers, so that a follower that stands
 * still is seen by its distance.
 */
final class LogEnd implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LogEnd.class);
  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final LogTail tail;
  private final ScheduledExecutorService asking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("log-end").factory());
  private volatile double size = Double.NaN;

  LogEnd(LogTail tail) {
    this.tail = tail;
  }

  void start() {
    var _ = asking.scheduleWithFixedDelay(this::ask, 1, EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  /** Entries in the log, NaN while nobody answers. */
  double size() {
    return size;
  }

  private void ask() {
    try {
      OptionalLong last = tail.lastIndex(ANSWER);
      size = last.isPresent() ? last.getAsLong() + 1.0 : 0;
    } catch (KafkaException | LogException e) {
      size = Double.NaN;
      LOG.debug("The end of the log is not known at this moment", e);
    }
  }

  /** Without interrupting: a Kafka client that is interrupted complains loudly. */
  @Override
  public void close() {
    asking.shutdown();
  }
}
