package org.icsregistry.registry.publish;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.icsregistry.kit.kafka.TransactionalProducers;
import org.icsregistry.kit.lock.SessionLock;
import org.icsregistry.kit.loop.Loop;
import org.icsregistry.log.LogException;
import org.icsregistry.log.kafka.LogRecord;
import org.icsregistry.registry.batch.CommandQueue.LogGrew;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Brings the log to Kafka: every index exactly once, in order within a partition.
 *
 * <p>Where to go on is read from the topic itself, so there is no second write that could disagree.
 * Two fences keep a paused predecessor out: a session lock in PostgreSQL elects the publisher, and
 * Kafka's transactional id ends the transactions of whoever held it before.
 */
@Component
public class LogPublisher extends Loop {

  private static final Logger LOG = LoggerFactory.getLogger(LogPublisher.class);
  private static final String TRANSACTIONS = "registry-log-publisher";
  private static final long LOCK = 0x6c6f67_70756221L;
  private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);
  private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /** More than a broker gives an abandoned transaction; those of a predecessor are ended before. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** What the one elected is writing is decided within milliseconds. */
  private static final Duration PATIENCE_UNELECTED = Duration.ofSeconds(5);

  /** The first comparison takes well below a second; without Kafka it is not waited for longer. */
  private static final Duration START_WITHIN = Duration.ofSeconds(10);

  /** A transaction costs the broker the same for one event and for a thousand, so few are made. */
  private static final Duration GATHER = Duration.ofMillis(50);

  private final KafkaProperties kafka;
  private final PublishedRows rows;
  private final SessionLock lock;
  private final Topics topics;
  private final Agreement agreement;
  private final AtomicLong published = new AtomicLong();

  LogPublisher(
      KafkaProperties kafka,
      PublishedRows rows,
      DataSource dataSource,
      Topics topics,
      Agreement agreement,
      MeterRegistry meters) {
    super("log-publisher");
    this.kafka = kafka;
    this.rows = rows;
    this.lock = new SessionLock(dataSource, LOCK);
    this.topics = topics;
    this.agreement = agreement;
    meters.gauge("registry.log.published", published);
    meters.gauge("registry.log.size", rows, PublishedRows::size);
  }

  /** Index up to which, exclusive, the topic is known to hold the log. */
  public long published() {
    return published.get();
  }

  @EventListener
  void on(LogGrew event) {
    wake();
  }

  /** Returns when it is known whether commands may be accepted, unless Kafka is away. */
  @Override
  public void start() {
    super.start();
    agreement.awaitFirst(START_WITHIN);
  }

  /** Before commands are taken, and stopped after the last of them was decided. */
  @Override
  public int getPhase() {
    return -1;
  }

  @Override
  protected void work() throws InterruptedException {
    pause(attempt());
  }

  /** Publishes for as long as it goes well; how long to wait before the next attempt. */
  private Duration attempt() throws InterruptedException {
    try {
      topics.ensure();
      if (lock.acquire()) {
        publishWhileElected();
      } else if (agreement.inDoubt()) {
        var _ = agreement.compare(PATIENCE_UNELECTED);
      }
    } catch (InterruptException e) {
      throw e;
    } catch (ContradictionException e) {
      LOG.error("Nothing is published: {}", e.getMessage());
      return PAUSE_AFTER_REFUSAL;
    } catch (KafkaException
        | org.springframework.kafka.KafkaException
        | LogException
        | DataAccessException e) {
      LOG.warn(
          "Publishing stopped at index {} and goes on shortly: {}", published.get(), e.toString());
    } catch (RuntimeException e) {
      LOG.error("Publishing met a fault of ours at index {}, and tries again", published.get(), e);
    } finally {
      lock.release();
    }
    return PAUSE_AFTER_FAULT;
  }

  private void publishWhileElected() throws InterruptedException {
    try (var producer =
        TransactionalProducers.open(TRANSACTIONS, TransactionalProducers.settings(kafka))) {
      producer.initTransactions();
      var last = agreement.compare(PATIENCE);
      long next = last.map(LogRecord::index).orElse(-1L) + 1;
      published.set(next);
      LOG.info("Publishing goes on at index {}", next);
      while (isRunning() && lock.held()) {
        next = publish(producer, next);
      }
    }
  }

  /** Publishes what there is, or waits a moment for more. */
  private long publish(KafkaProducer<String, byte[]> producer, long next)
      throws InterruptedException {
    topics.ensure();
    List<PublishedRows.Row> batch = rows.from(next);
    if (batch.isEmpty()) {
      pauseUnlessWoken(LOOK_EVERY);
      return next;
    }
    producer.beginTransaction();
    for (var row : batch) {
      var _ = producer.send(row.record()); // the commit fails if a send did
    }
    producer.commitTransaction();
    long after = batch.getLast().index() + 1;
    published.set(after);
    if (batch.size() < PublishedRows.MOST) {
      pause(GATHER);
    }
    return after;
  }
}
