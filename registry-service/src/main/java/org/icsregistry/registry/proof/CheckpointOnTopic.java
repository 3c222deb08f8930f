package org.icsregistry.registry.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.icsregistry.log.LogException;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.registry.publish.Topics;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/**
 * The newest checkpoint that readers hold. What was written in a transaction that is still open is
 * not waited for: nobody can have read it.
 */
@Component
class CheckpointOnTopic {

  private static final TopicPartition PARTITION = new TopicPartition(Topics.CHECKPOINTS, 0);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SLICE = Duration.ofMillis(100);
  private static final int FETCH_WAIT_MS = 10;

  /** More than what cosignatures bring to the topic after larger checkpoints. */
  private static final long FIRST_STEP = 256;

  private static final long FARTHER = 8;

  private final Map<String, Object> properties;
  private final LogKeys keys;

  CheckpointOnTopic(KafkaProperties kafka, LogKeys keys) {
    this.properties = new HashMap<>(kafka.buildConsumerProperties());
    this.keys = keys;
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
  }

  /** The largest of the last ones: one, or several that contradict each other; none if empty. */
  List<Checkpoint> newest() {
    try (var consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      var topic = List.of(PARTITION);
      consumer.assign(topic);
      long first = consumer.beginningOffsets(topic, PATIENCE).getOrDefault(PARTITION, 0L);
      long to = consumer.endOffsets(topic, PATIENCE).getOrDefault(PARTITION, 0L);
      var found = List.<Checkpoint>of();
      for (long step = FIRST_STEP; found.isEmpty() && to > first; step *= FARTHER) {
        long from = Math.max(first, to - step);
        found = read(consumer, from, to);
        to = from;
      }
      long largest = found.stream().mapToLong(Checkpoint::size).max().orElse(0);
      return found.stream().filter(c -> c.size() == largest).distinct().toList();
    }
  }

  private List<Checkpoint> read(KafkaConsumer<String, byte[]> consumer, long from, long to) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    var found = new ArrayList<Checkpoint>();
    consumer.seek(PARTITION, from);
    while (consumer.position(PARTITION, PATIENCE) < to) {
      if (System.nanoTime() - deadline > 0) {
        throw new TimeoutException("The topic of the checkpoints could not be read to its end");
      }
      consumer.poll(SLICE).forEach(record -> own(record.value()).forEach(found::add));
    }
    return found;
  }

  /** Only the registry writes to the topic, so readers take whatever stands there as its word. */
  private Stream<Checkpoint> own(byte[] note) {
    try {
      var checkpoint = SignedCheckpoint.parse(note).checkpoint();
      return Stream.of(checkpoint).filter(c -> c.origin().equals(keys.origin()));
    } catch (LogException notACheckpoint) {
      return Stream.empty();
    }
  }
}
