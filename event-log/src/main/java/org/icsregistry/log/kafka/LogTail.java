package org.icsregistry.log.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Finds the last index in the topic of the log: where the publisher goes on. Nothing else has to be
 * remembered about what was published, so there is no second write that could disagree.
 */
public final class LogTail {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration SLICE = Duration.ofMillis(100);
  private static final long FIRST_STEP = 64;
  private static final long FARTHER = 8;

  private final Map<String, Object> properties;
  private final String topic;

  /**
   * @param consumerProperties bootstrap servers and security, as for {@link LogReader}
   * @param topic the topic of the log
   */
  public LogTail(Map<String, Object> consumerProperties, String topic) {
    this.properties = new HashMap<>(consumerProperties);
    this.topic = topic;
  }

  /**
   * {@link #lastIndex(Duration)} with two minutes of patience: more than a broker gives an
   * abandoned transaction.
   */
  public OptionalLong lastIndex() {
    return lastIndex(PATIENCE);
  }

  /**
   * The highest index that is committed, over all partitions. Waits for transactions that are
   * undecided, so that nothing written before the call can become visible after it. A publisher
   * calls this after {@code initTransactions()}, which ends what a predecessor left open.
   *
   * @param timeout how long to wait for undecided transactions, in all
   * @return empty if the topic holds no committed record
   * @throws LogTopicMissingException if there is no such topic: an empty answer would make the
   *     publisher start anew
   * @throws OpenTransactionException if a transaction is still undecided when the time is over
   * @throws MalformedLogRecordException if one of the last records has no proper index header
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer
   */
  public OptionalLong lastIndex(Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    Map<Integer, Long> ends = LogConsumers.ends(properties, topic, timeout);
    if (ends.isEmpty()) {
      throw new LogTopicMissingException(topic);
    }
    long last = -1;
    try (KafkaConsumer<@Nullable String, byte @Nullable []> consumer =
        LogConsumers.committed(properties)) {
      for (Map.Entry<Integer, Long> end : ends.entrySet()) {
        TopicPartition partition = new TopicPartition(topic, end.getKey());
        last = Math.max(last, lastIn(partition, end.getValue(), consumer, deadline));
      }
    }
    return last < 0 ? OptionalLong.empty() : OptionalLong.of(last);
  }

  /**
   * Reads a stretch before the end and, when it holds nothing but transaction markers and aborted
   * records, longer and longer ones before that. -1 if there is no record up to the beginning.
   */
  private static long lastIn(
      TopicPartition partition,
      long end,
      KafkaConsumer<@Nullable String, byte @Nullable []> consumer,
      long deadline) {
    consumer.assign(List.of(partition));
    long beginning = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    long last = -1;
    long to = end;
    for (long step = FIRST_STEP; last < 0 && to > beginning; step *= FARTHER) {
      long from = Math.max(beginning, to - step);
      consumer.seek(partition, from);
      last = lastUpTo(to, partition, consumer, deadline);
      to = from;
    }
    return last;
  }

  private static long lastUpTo(
      long end,
      TopicPartition partition,
      KafkaConsumer<@Nullable String, byte @Nullable []> consumer,
      long deadline) {
    long last = -1;
    while (consumer.position(partition) < end) {
      if (System.nanoTime() - deadline > 0) {
        throw new OpenTransactionException(
            partition.partition(), consumer.position(partition), end);
      }
      for (ConsumerRecord<@Nullable String, byte @Nullable []> record : consumer.poll(SLICE)) {
        last = Math.max(last, LogRecords.index(record));
      }
    }
    return last;
  }
}
