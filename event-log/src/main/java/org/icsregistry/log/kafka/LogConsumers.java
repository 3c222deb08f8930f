package org.icsregistry.log.kafka;

import static org.apache.kafka.clients.consumer.ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.AUTO_OFFSET_RESET_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.CLIENT_ID_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.GROUP_ID_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.GROUP_INSTANCE_ID_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.GROUP_PROTOCOL_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.ISOLATION_LEVEL_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.MAX_POLL_RECORDS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.METADATA_MAX_AGE_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Consumers as the log needs them: no group, no commits, never creating a topic. */
final class LogConsumers {
  private LogConsumers() {}

  /** Sees only what was committed. */
  static KafkaConsumer<@Nullable String, byte @Nullable []> committed(
      Map<String, Object> properties) {
    return new KafkaConsumer<>(with(properties, "read_committed"));
  }

  /**
   * By partition, the offset after the last record, whether its transaction is decided or not. What
   * a transaction wrote to one partition is below this offset as soon as anything of the same
   * transaction is visible in another.
   *
   * @return empty if there is no such topic
   * @throws org.apache.kafka.common.errors.TimeoutException if no broker answers in time
   */
  static Map<Integer, Long> ends(Map<String, Object> properties, String topic, Duration timeout) {
    Map<String, Object> all = with(properties, "read_uncommitted");
    // Two clients of one name disturb each other's metrics.
    all.remove(CLIENT_ID_CONFIG);
    try (KafkaConsumer<?, ?> consumer = new KafkaConsumer<>(all)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic, timeout).stream()
              .map(LogConsumers::topicPartition)
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, timeout);
      return partitions.stream().collect(Collectors.toMap(TopicPartition::partition, end(ends)));
    }
  }

  private static Function<TopicPartition, Long> end(Map<TopicPartition, Long> ends) {
    return partition -> ends.getOrDefault(partition, 0L);
  }

  static TopicPartition topicPartition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }

  private static Map<String, Object> with(Map<String, Object> properties, String isolation) {
    Map<String, Object> all = new HashMap<>(properties);
    all.remove(GROUP_ID_CONFIG);
    all.remove(GROUP_INSTANCE_ID_CONFIG);
    all.remove(GROUP_PROTOCOL_CONFIG);
    all.put(KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    all.put(VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    all.put(ISOLATION_LEVEL_CONFIG, isolation);
    all.put(ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    all.put(AUTO_OFFSET_RESET_CONFIG, "earliest");
    all.putIfAbsent(MAX_POLL_RECORDS_CONFIG, 5_000);
    // Partitions that are added later are noticed when the metadata is renewed; the default is five
    // minutes.
    all.putIfAbsent(METADATA_MAX_AGE_CONFIG, 5_000);
    return all;
  }
}
