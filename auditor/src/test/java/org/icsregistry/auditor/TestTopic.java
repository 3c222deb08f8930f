package org.icsregistry.auditor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.icsregistry.auditor.source.KafkaSource;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.MalformedEntryException;
import org.icsregistry.contracts.envelope.UnknownEventTypeException;
import org.icsregistry.engines.SharedEngines;
import org.icsregistry.log.checkpoint.SignedCheckpoint;

/** Topics of a log on a real broker, written right or wrong. */
public final class TestTopic implements AutoCloseable {
  public static final int PARTITIONS = 3;

  private final Map<String, Object> properties =
      Map.of("bootstrap.servers", SharedEngines.broker().bootstrapServers());
  private final String entries = "log-" + Uuid.randomUuid();
  private final String checkpoints = "checkpoints-" + Uuid.randomUuid();
  private final KafkaProducer<String, byte[]> producer;

  public TestTopic() {
    admin(admin ->
        admin
            .createTopics(
                List.of(
                    new NewTopic(entries, PARTITIONS, (short) 1),
                    new NewTopic(checkpoints, 1, (short) 1)))
            .all()
            .get());
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                SharedEngines.broker().bootstrapServers(),
                // Deleting records makes the broker forget the sequence of an idempotent producer.
                "enable.idempotence",
                false,
                "max.in.flight.requests.per.connection",
                1),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Every entry in its place. */
  public TestTopic write(List<byte[]> all) {
    for (int index = 0; index < all.size(); index++) {
      write(index, all.get(index));
    }
    return this;
  }

  /** Under the subject of its event. */
  public TestTopic write(long index, byte[] entry) {
    return write(index, key(entry), entry);
  }

  public TestTopic write(long index, String key, byte[] entry) {
    var header = new RecordHeader("logindex", Long.toString(index).getBytes(US_ASCII));
    var _ =
        producer.send(
            new ProducerRecord<>(entries, (int) (index % PARTITIONS), key, entry, List.of(header)));
    return this;
  }

  private static String key(byte[] entry) {
    try {
      return EventCodec.decode(entry).subject();
    } catch (MalformedEntryException | UnknownEventTypeException e) {
      return "unreadable";
    }
  }

  public TestTopic checkpoint(SignedCheckpoint... signed) {
    for (SignedCheckpoint one : signed) {
      var _ = producer.send(new ProducerRecord<>(checkpoints, "origin", one.bytes()));
    }
    producer.flush();
    return this;
  }

  /** Deletes what a partition has before an offset. */
  public TestTopic deleteBefore(int partition, long offset) {
    producer.flush();
    admin(admin ->
        admin
            .deleteRecords(
                Map.of(
                    new TopicPartition(entries, partition), RecordsToDelete.beforeOffset(offset)))
            .all()
            .get());
    return this;
  }

  public KafkaSource source() {
    producer.flush();
    return new KafkaSource(properties, entries, checkpoints, Duration.ofSeconds(2));
  }

  @Override
  public void close() {
    producer.close();
  }

  private interface Request {
    void send(Admin admin) throws InterruptedException, ExecutionException;
  }

  private void admin(Request request) {
    try (Admin admin = Admin.create(properties)) {
      request.send(admin);
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
