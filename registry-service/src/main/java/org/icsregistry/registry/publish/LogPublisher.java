package org.icsregistry.registry.publish;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.icsregistry.log.LogException;
import org.icsregistry.log.kafka.LogTail;
import org.icsregistry.registry.batch.CommandQueue.LogGrew;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
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
public class LogPublisher implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LogPublisher.class);
  private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);
  private static final long LOOK_EVERY_MS = 100;

  /** A transaction costs the broker the same for one event and for a thousand, so few are made. */
  private static final long GATHER_MS = 50;

  private final KafkaProperties kafka;
  private final PublishedRows rows;
  private final PublisherLock lock;
  private final Topics topics;
  private final Semaphore grew = new Semaphore(0);
  private final AtomicLong published = new AtomicLong();
  private volatile boolean running;
  private Thread worker = new Thread();

  LogPublisher(
      KafkaProperties kafka,
      PublishedRows rows,
      PublisherLock lock,
      Topics topics,
      MeterRegistry meters) {
    this.kafka = kafka;
    this.rows = rows;
    this.lock = lock;
    this.topics = topics;
    meters.gauge("registry.log.published", published);
    meters.gauge("registry.log.size", rows, PublishedRows::size);
  }

  /** Index up to which, exclusive, the topic is known to hold the log. */
  public long published() {
    return published.get();
  }

  @EventListener
  void on(LogGrew event) {
    grew.release();
  }

  @Override
  public void start() {
    running = true;
    worker = Thread.ofPlatform().name("log-publisher").start(this::work);
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
    while (running) {
      try {
        topics.ensure();
        if (lock.acquire()) {
          publishWhileElected();
        } else {
          TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAULT.toMillis());
        }
      } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException e) {
        break;
      } catch (KafkaException | LogException | DataAccessException | PublisherException e) {
        LOG.warn(
            "Publishing stopped at index {} and goes on shortly: {}",
            published.get(),
            e.toString());
        pause();
      } finally {
        lock.release();
      }
    }
  }

  private void publishWhileElected() throws InterruptedException {
    try (var producer =
        new KafkaProducer<>(
            producerProperties(), new StringSerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      long next = new LogTail(consumerProperties(), Topics.LOG).lastIndex().orElse(-1) + 1;
      if (next > rows.size()) {
        throw new PublisherException(
            "The topic holds index "
                + (next - 1)
                + " but the log ends at "
                + (rows.size() - 1)
                + ": the database is older than the topic; restore the log from the topic before going on");
      }
      published.set(next);
      LOG.info("Publishing goes on at index {}", next);
      while (running && lock.held()) {
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
      boolean _ = grew.tryAcquire(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
      grew.drainPermits();
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
      TimeUnit.MILLISECONDS.sleep(GATHER_MS);
    }
    return after;
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAULT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, Object> producerProperties() {
    var properties = new HashMap<>(kafka.buildProducerProperties());
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "registry-log-publisher");
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    // Few large requests; nothing waits for the time to pass, because a commit sends what is left.
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 50);
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    return properties;
  }

  private Map<String, Object> consumerProperties() {
    var properties = new HashMap<>(kafka.buildConsumerProperties());
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return properties;
  }
}
