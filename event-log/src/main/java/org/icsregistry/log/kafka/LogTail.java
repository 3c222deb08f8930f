package org.icsregistry.log.kafka;

import static java.util.Comparator.comparingLong;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
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
  private static final int FETCH_WAIT_MS = 10;

  private final Map<String, Object> properties;
  private final String topic;

  /**
   * @param consumerProperties bootstrap servers and security, as for {@link LogReader}
   * @param topic the topic of the log
   */
  public LogTail(Map<String, Object> consumerProperties, String topic) {
    this.properties = new HashMap<>(consumerProperties);
    // The end of one partition is not waited at before the next is asked.
    this.properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
    this.topic = topic;
  }

  /**
   * {@link #last(Duration)} with two minutes of patience: more than a broker gives an abandoned
   * transaction.
   */
  public Optional<LogRecord> last() {
    return last(PATIENCE);
  }

  /** The index of the {@link #last() last record}. */
  public OptionalLong lastIndex() {
    return lastIndex(PATIENCE);
  }

  /**
   * The index of the {@link #last(Duration) last record}.
   *
   * @return empty if the topic holds no committed record
   */
  public OptionalLong lastIndex(Duration timeout) {
    return last(timeout).stream().mapToLong(LogRecord::index).findFirst();
  }

  /**
   * The record with the highest index that is committed, over all partitions. Waits for
   * transactions that are undecided, so that nothing written before the call can become visible
   * after it. A publisher calls this after {@code initTransactions()}, which ends what a
   * predecessor left open.
   *
   * @param timeout how long to wait for undecided transactions, in all
   * @return empty if the topic holds no committed record
   * @throws LogTopicMissingException if there is no such topic: an empty answer would make the
   *     publisher start anew
   * @throws OpenTransactionException if a transaction is still undecided when the time is over
   * @throws MalformedLogRecordException if one of the last records has no proper index header
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer
   */
  public Optional<LogRecord> last(Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    Map<Integer, Long> ends = LogConsumers.ends(properties, topic, timeout);
    if (ends.isEmpty()) {
      throw new LogTopicMissingException(topic);
    }
    Optional<LogRecord> last = Optional.empty();
    try (KafkaConsumer<@Nullable String, byte @Nullable []> consumer =
        LogConsumers.committed(properties)) {
      for (Map.Entry<Integer, Long> end : ends.entrySet()) {
        TopicPartition partition = new TopicPartition(topic, end.getKey());
        last = later(last, lastIn(partition, end.getValue(), consumer, deadline));
      }
    }
    return last;
  }

  /**
   * Reads a stretch before the end and, when it holds nothing but transaction markers and aborted
   * records, longer and longer ones before that. Empty if there is no record up to the beginning.
   */
  private static Optional<LogRecord> lastIn(
      TopicPartition partition,
      long end,
      KafkaConsumer<@Nullable String, byte @Nullable []> consumer,
      long deadline) {
    consumer.assign(List.of(partition));
    long beginning = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    Optional<LogRecord> last = Optional.empty();
    long to = end;
    for (long step = FIRST_STEP; last.isEmpty() && to > beginning; step *= FARTHER) {
      long from = Math.max(beginning, to - step);
      consumer.seek(partition, from);
      last = lastUpTo(to, partition, consumer, deadline);
      to = from;
    }
    return last;
  }

  private static Optional<LogRecord> lastUpTo(
      long end,
      TopicPartition partition,
      KafkaConsumer<@Nullable String, byte @Nullable []> consumer,
      long deadline) {
    Optional<LogRecord> last = Optional.empty();
    while (consumer.position(partition) < end) {
      if (System.nanoTime() - deadline > 0) {
        throw new OpenTransactionException(
            partition.partition(), consumer.position(partition), end);
      }
      for (ConsumerRecord<@Nullable String, byte @Nullable []> record : consumer.poll(SLICE)) {
        last = later(last, Optional.of(LogRecords.of(record)));
      }
    }
    return last;
  }

  private static Optional<LogRecord> later(Optional<LogRecord> one, Optional<LogRecord> other) {
    return Stream.of(one, other).flatMap(Optional::stream).max(comparingLong(LogRecord::index));
  }
}
