package org.icsregistry.projection.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.icsregistry.kit.kafka.TransactionalProducers;
import org.icsregistry.log.kafka.LogTail;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/**
 * Writes the feeds. Records and the place up to which they were written are in one transaction of
 * Kafka, so each is there once whatever happens between; who opens an outlet ends the transactions
 * of whoever had one before.
 */
final class FeedOutlet implements AutoCloseable {

  private static final int NOT_WAITED_LONGER_MS = 15_000;

  private final FeedSettings settings;
  private final KafkaProducer<String, byte[]> producer;
  private long last;

  private FeedOutlet(
      FeedSettings settings, KafkaProducer<String, byte[]> producer, Map<String, Object> reading) {
    this.settings = settings;
    this.producer = producer;
    producer.initTransactions();
    this.last = new LogTail(reading, settings.places()).lastIndex().orElse(-1);
  }

  static FeedOutlet open(KafkaProperties kafka, FeedSettings settings) {
    var producer = TransactionalProducers.open(settings.places(), settings(kafka));
    try {
      return new FeedOutlet(settings, producer, kafka.buildConsumerProperties());
    } catch (RuntimeException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  /** Index of the last entry that somebody was told of; -1 before the first. */
  long last() {
    return last;
  }

  /**
   * @param upTo index of the entry up to which this is everything
   */
  void write(List<Told> all, long upTo) {
    producer.beginTransaction();
    all.forEach(told -> send(settings.prefix() + told.partner(), told));
    sendPlace(upTo);
    producer.commitTransaction(); // fails if one of the records did
    last = upTo;
  }

  private void send(String topic, Told told) {
    var event = told.entry().event();
    var record = new ProducerRecord<>(topic, event.subject(), told.value());
    record.headers().add("logindex", decimal(event.logIndex()));
    record
        .headers()
        .add("extent", told.extent().name().toLowerCase(Locale.ROOT).getBytes(US_ASCII));
    send(record);
  }

  private void sendPlace(long index) {
    var record = new ProducerRecord<>(settings.places(), settings.prefix(), decimal(index));
    record.headers().add("logindex", decimal(index));
    send(record);
  }

  /**
   * What is refused at once, such as a topic that is missing, ends the step before the next wait.
   */
  private void send(ProducerRecord<String, byte[]> record) {
    var sent = producer.send(record);
    if (sent.state() == Future.State.FAILED) {
      throw new KafkaException(
          "Cannot write to %s, and all feeds wait for it; a topic that is missing is made by the registry"
              .formatted(record.topic()),
          sent.exceptionNow());
    }
  }

  private static byte[] decimal(long index) {
    return Long.toString(index).getBytes(US_ASCII);
  }

  private static Map<String, Object> settings(KafkaProperties kafka) {
    var settings = TransactionalProducers.settings(kafka);
    // On a topic that was made this moment, several at once may overtake each other.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    // How long a topic may be missing: the registry makes it a moment before its partner is heard
    // of, and within ten seconds again if somebody deletes it.
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, NOT_WAITED_LONGER_MS);
    return settings;
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
