package org.icsregistry.registry.publish;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.icsregistry.log.kafka.LogRecord;
import org.icsregistry.log.kafka.LogTail;
import org.icsregistry.registry.batch.CommandQueue.LogInDoubt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Whether the store still holds what readers hold. Nobody knows at the start, because the database
 * may have been restored from an older backup meanwhile; so this instance is in doubt until it has
 * compared the two itself. A broker that is away later on does not bring the doubt back: nobody
 * sets a database back under a running registry.
 */
@Component
class Agreement {

  private static final Logger LOG = LoggerFactory.getLogger(Agreement.class);

  private final Map<String, Object> consumer;
  private final PublishedRows rows;
  private final SignedBefore signed;
  private final ErasedBefore erased;
  private final ApplicationEventPublisher events;
  private final CountDownLatch compared = new CountDownLatch(1);
  private volatile boolean inDoubt = true;
  private volatile @Nullable String refusal;

  Agreement(
      KafkaProperties kafka,
      PublishedRows rows,
      SignedBefore signed,
      ErasedBefore erased,
      ApplicationEventPublisher events) {
    this.consumer = new HashMap<>(kafka.buildConsumerProperties());
    this.consumer.remove(ConsumerConfig.GROUP_ID_CONFIG);
    this.rows = rows;
    this.signed = signed;
    this.erased = erased;
    this.events = events;
  }

  /** Whether nothing may be accepted, signed or published. */
  boolean inDoubt() {
    return inDoubt;
  }

  /** The contradiction that was found, if one was. */
  Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** Waits for the first comparison, whatever its outcome. */
  void awaitFirst(Duration atMost) {
    try {
      if (!compared.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn(
            "The store has not been compared with the topics yet; commands are refused until it has");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Compares the ends of both topics with the store.
   *
   * @param patience how long to wait for undecided transactions on the topic of the log
   * @return the last entry on the topic; empty if it has none
   * @throws ContradictionException when readers hold something else than the store
   */
  Optional<LogRecord> compare(Duration patience) {
    try {
      var last = new LogTail(consumer, Topics.LOG).last(patience);
      last.ifPresent(this::requireSame);
      erased.completeFromStore();
      signed.requireSame();
      now(null);
      return last;
    } catch (ContradictionException e) {
      now(e.getMessage());
      throw e;
    }
  }

  /** A restored older backup has keys again that were destroyed since. */
  private void requireSame(LogRecord last) {
    try {
      rows.requireSame(last);
    } catch (ContradictionException e) {
      erased.completeFromTopic(consumer, last.index());
      throw e;
    }
  }

  private void now(@Nullable String contradiction) {
    refusal = contradiction;
    inDoubt = contradiction != null;
    events.publishEvent(new LogInDoubt(inDoubt));
    compared.countDown();
  }
}
