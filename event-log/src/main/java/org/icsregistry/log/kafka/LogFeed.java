package org.icsregistry.log.kafka;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.icsregistry.log.LogException;
import org.jspecify.annotations.Nullable;

/** Carries what arrives in the partitions of the topic into the merge. */
final class LogFeed implements AutoCloseable {
  private final KafkaConsumer<@Nullable String, byte @Nullable []> consumer;
  private final String topic;
  private final LogMerge merge;
  private final long mostBufferedBytes;
  private LogPosition from;

  LogFeed(
      Map<String, Object> properties,
      String topic,
      LogPosition from,
      LogMerge merge,
      long mostBufferedBytes) {
    this.consumer = LogConsumers.committed(properties);
    this.topic = topic;
    this.from = from;
    this.merge = merge;
    this.mostBufferedBytes = mostBufferedBytes;
    // Every topic has this partition. With it assigned, the client itself looks for the topic until
    // it is there.
    assign(Set.of(0));
  }

  /** Takes up partitions that the client has come to know of. */
  void discoverPartitions(Duration timeout) {
    try {
      assign(
          consumer.partitionsFor(topic, timeout).stream()
              .map(PartitionInfo::partition)
              .collect(toSet()));
    } catch (TimeoutException brokerIsAway) {
      // The partitions that are assigned stay so, and the client goes on looking for a broker.
      return;
    }
  }

  /** Takes up those of the partitions that are not read yet. */
  void assign(Set<Integer> partitions) {
    Set<Integer> added = new HashSet<>(partitions);
    added.removeAll(merge.partitions());
    if (added.isEmpty()) {
      return;
    }
    added.forEach(partition -> merge.addPartition(partition, from.offset(partition)));
    consumer.assign(merge.partitions().stream().map(this::topicPartition).toList());
    added.forEach(partition -> consumer.seek(topicPartition(partition), from.offset(partition)));
  }

  /** Whether reading began anywhere but at the beginning of all partitions. */
  boolean followsHint() {
    return from.offsets().values().stream().anyMatch(offset -> offset > 0);
  }

  /** Begins anew at the beginning of all partitions; what was handed out is skipped. */
  void restartWithoutHint() {
    from = LogPosition.start();
    merge.restart();
    consumer.assignment().forEach(partition -> consumer.seek(partition, 0));
  }

  /**
   * Reads what has arrived, or waits for it.
   *
   * @return how many records arrived
   * @throws LogException if one of them is not an entry of the log in its place
   */
  int fetch(Duration timeout) {
    pauseWhatIsFarAhead();
    ConsumerRecords<@Nullable String, byte @Nullable []> records = consumer.poll(timeout);
    for (ConsumerRecord<@Nullable String, byte @Nullable []> record : records) {
      merge.add(record.partition(), record.offset(), LogRecords.of(record));
    }
    records
        .nextOffsets()
        .forEach((partition, next) -> merge.passed(partition.partition(), next.offset()));
    return records.count();
  }

  void wakeup() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** A partition of which nothing is buffered is never paused: the next index may be in it. */
  private void pauseWhatIsFarAhead() {
    Set<Integer> ahead = merge.bytes() > mostBufferedBytes ? merge.partitionsAhead() : Set.of();
    Map<Boolean, Set<TopicPartition>> byAhead =
        consumer.assignment().stream()
            .collect(partitioningBy(partition -> ahead.contains(partition.partition()), toSet()));
    consumer.pause(byAhead.getOrDefault(true, Set.of()));
    consumer.resume(byAhead.getOrDefault(false, Set.of()));
  }

  private TopicPartition topicPartition(int partition) {
    return new TopicPartition(topic, partition);
  }
}
