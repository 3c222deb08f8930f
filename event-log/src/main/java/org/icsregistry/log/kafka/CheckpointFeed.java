package org.icsregistry.log.kafka;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads every note in the topic of the checkpoints, from its beginning to the end it has when
 * reading begins. Belongs to no consumer group and commits nothing.
 */
public final class CheckpointFeed {
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Duration SLICE = Duration.ofMillis(200);

  private final Map<String, Object> properties;
  private final String topic;

  /**
   * @param consumerProperties bootstrap servers and security, as for {@link LogReader}
   * @param topic the topic of the checkpoints
   */
  public CheckpointFeed(Map<String, Object> consumerProperties, String topic) {
    this.properties = Map.copyOf(consumerProperties);
    this.topic = topic;
  }

  /**
   * Hands out the notes in the order of their publication. Nothing is verified.
   *
   * @throws LogTopicMissingException if there is no such topic
   * @throws OpenTransactionException if a transaction stays undecided
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer
   */
  public void each(Consumer<byte[]> note) {
    try (KafkaConsumer<@Nullable String, byte @Nullable []> consumer =
        LogConsumers.committed(properties)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic, ANSWER).stream().map(LogConsumers::topicPartition).toList();
      if (partitions.isEmpty()) {
        throw new LogTopicMissingException(topic);
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      read(consumer, consumer.endOffsets(partitions, ANSWER), note);
    }
  }

  private static void read(
      KafkaConsumer<@Nullable String, byte @Nullable []> consumer,
      Map<TopicPartition, Long> ends,
      Consumer<byte[]> note) {
    Set<TopicPartition> open = new HashSet<>(ends.keySet());
    long deadline = System.nanoTime() + ANSWER.toNanos();
    while (true) {
      open.removeIf(partition -> consumer.position(partition, ANSWER) >= end(ends, partition));
      if (open.isEmpty()) {
        return;
      }
      for (ConsumerRecord<@Nullable String, byte @Nullable []> record : consumer.poll(SLICE)) {
        byte[] value = record.value();
        note.accept(value == null ? new byte[0] : value);
        deadline = System.nanoTime() + ANSWER.toNanos();
      }
      if (System.nanoTime() - deadline > 0) {
        TopicPartition stuck = open.iterator().next();
        throw new OpenTransactionException(
            stuck.partition(), consumer.position(stuck, ANSWER), end(ends, stuck));
      }
    }
  }

  private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
    return ends.getOrDefault(partition, 0L);
  }
}
