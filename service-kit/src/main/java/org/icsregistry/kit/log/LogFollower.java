package org.icsregistry.kit.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.WakeupException;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.log.kafka.LogPosition;
import org.icsregistry.log.kafka.LogReader;
import org.icsregistry.log.kafka.LogRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Follows the log under one name and hands it to one handler, each record exactly once: handler and
 * position share a transaction, and the locked position decides which of several instances applies
 * a batch. A record that fails is never skipped; it is tried again with growing pauses, and {@link
 * #status} says where the follower stands still.
 */
public final class LogFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration GOODBYE = Duration.ofSeconds(20);

  private final String name;
  private final LogBatchHandler handler;
  private final LogSource source;
  private final LogPositions positions;
  private final TransactionOperations transaction;
  private final LogFollowing settings;
  private final Timer batches;
  private final Counter failures;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private volatile Status status = new Status(0, Instant.EPOCH, null);
  private volatile @Nullable LogReader reader;
  private int size;

  /**
   * @param nextIndex first index that is not applied yet, as far as this instance knows
   * @param appliedUpTo when the last applied event was recorded
   * @param failure present while the records at {@code nextIndex} fail
   */
  public record Status(long nextIndex, Instant appliedUpTo, @Nullable Failure failure) {

    /** Whether a record was tried alone and failed too. */
    public boolean stopped() {
      return failure != null && failure.attempts > 1;
    }
  }

  /**
   * @param error name of the exception; its text is in the service's log only
   */
  public record Failure(String error, int attempts) {}

  LogFollower(
      String name,
      LogBatchHandler handler,
      LogSource source,
      LogPositions positions,
      TransactionOperations transaction,
      LogFollowing settings,
      Timer batches,
      Counter failures) {
    this.name = name;
    this.handler = handler;
    this.source = source;
    this.positions = positions;
    this.transaction = transaction;
    this.settings = settings;
    this.batches = batches;
    this.failures = failures;
    this.size = settings.batch();
    this.thread = Thread.ofPlatform().daemon().name("log-" + name).unstarted(this::run);
  }

  public String name() {
    return name;
  }

  public Status status() {
    return status;
  }

  void start() {
    thread.start();
  }

  /** Ends after the batch in hand. */
  @Override
  public void close() {
    stopping.countDown();
    var current = reader;
    if (current != null) {
      current.wakeup();
    }
    try {
      if (!thread.join(GOODBYE)) {
        LOG.warn("Follower {} is still in a batch; it ends without being waited for", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (running()) {
      try (var opened = open()) {
        reader = opened;
        while (running()) {
          step(opened);
        }
      } catch (WakeupException e) {
        LOG.debug("Follower {} is woken up", name);
      } catch (Throwable e) { // an Error must not end the follower in silence either
        failed(e);
      }
    }
  }

  private boolean running() {
    return stopping.getCount() > 0;
  }

  private LogReader open() {
    var from = positions.read(name);
    status = new Status(from.nextIndex(), status.appliedUpTo, status.failure);
    return source.open(from);
  }

  private void step(LogReader opened) {
    var records = opened.poll(POLL, size);
    if (records.isEmpty()) {
      return;
    }
    var after = opened.position();
    batches.record(() -> transaction.executeWithoutResult(_ -> apply(records, after)));
    size = Math.min(settings.batch(), size * 2);
    status = new Status(after.nextIndex(), recordedAt(records.getLast()), null);
  }

  private void apply(List<LogRecord> records, LogPosition after) {
    long next = positions.lock(name);
    var fresh = records.stream().filter(r -> r.index() >= next).toList();
    if (fresh.isEmpty()) {
      return; // another instance was faster
    }
    long first = fresh.getFirst().index();
    if (first != next) {
      throw new PositionMovedException(name, first, next);
    }
    handler.handle(fresh);
    positions.move(name, after);
  }

  private void failed(Throwable cause) {
    failures.increment();
    // Alone, so that the records before it are applied and the index named is the one that fails.
    size = 1;
    var before = status.failure;
    int attempts = before == null ? 1 : before.attempts + 1;
    var failure = new Failure(cause.getClass().getSimpleName(), attempts);
    status = new Status(status.nextIndex, status.appliedUpTo, failure);
    LOG.error(
        "Follower {} failed at log index {}, attempt {}", name, status.nextIndex, attempts, cause);
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
    sleep(pause.compareTo(settings.longestPause()) < 0 ? pause : settings.longestPause());
  }

  private void sleep(Duration pause) {
    try {
      var _ = stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopping.countDown();
    }
  }

  private static Instant recordedAt(LogRecord record) {
    return Instant.parse(Json.MAPPER.readTree(record.event()).required("time").stringValue());
  }
}
