package org.icsregistry.log.kafka;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.icsregistry.log.LogException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topic of the log in the order of the log: indexes strictly increasing, none left out,
 * none twice. Belongs to no consumer group and commits nothing; keep {@link #position} in the
 * transaction that stores what was made of the records. Waits patiently for a topic that is not
 * there yet and for a broker that is away, and notices partitions that are added. For one thread,
 * except {@link #wakeup}.
 *
 * <p>Once an exception has named a defect of the topic, every later {@link #poll} throws it again.
 */
public final class LogReader implements AutoCloseable {
  private static final long MOST_BUFFERED_BYTES = 32L << 20;
  private static final Duration SLICE = Duration.ofSeconds(1);
  private static final Duration SLICE_WHILE_WAITING = Duration.ofMillis(50);

  private final KafkaConsumer<@Nullable String, byte @Nullable []> consumer;
  private final String topic;
  private final LogPosition from;
  private final long mostBufferedBytes;
  private final HoleWatch holeWatch;
  private final LogMerge merge;
  private boolean trustsHint;
  private @Nullable LogException failure;

  /**
   * @param consumerProperties bootstrap servers and security; whatever concerns groups, commits,
   *     isolation and deserialisation is set here
   * @param topic the topic of the log
   * @param from where to begin
   */
  public LogReader(Map<String, Object> consumerProperties, String topic, LogPosition from) {
    this(consumerProperties, topic, from, MOST_BUFFERED_BYTES);
  }

  LogReader(
      Map<String, Object> consumerProperties,
      String topic,
      LogPosition from,
      long mostBufferedBytes) {
    this.consumer = LogConsumers.committed(consumerProperties);
    this.topic = topic;
    this.from = from;
    this.mostBufferedBytes = mostBufferedBytes;
    this.holeWatch = new HoleWatch(Map.copyOf(consumerProperties), topic);
    this.merge = new LogMerge(from.nextIndex());
    this.trustsHint = from.offsets().values().stream().anyMatch(offset -> offset > 0);
    // One partition exists in every topic; with it assigned, the client looks for the topic until
    // it is there.
    assign(Set.of(0));
  }

  /**
   * The next records. Returns as soon as there is at least one, together with what else has already
   * arrived.
   *
   * @param timeout how long to wait for a first record
   * @param max the most records to return, 1 or more
   * @return records with consecutive indexes; empty if none came in time
   * @throws MissingIndexException if an index is in no partition
   * @throws DuplicateIndexException if an index is there twice
   * @throws IndexOrderException if a partition is not in the order of the log
   * @throws MalformedLogRecordException if a record has no proper index header, key or value
   * @throws org.apache.kafka.common.errors.WakeupException after {@link #wakeup}; no record is lost
   *     by it
   * @throws org.apache.kafka.common.KafkaException if the client gives up, for example for lack of
   *     authorisation; no record is lost by it
   */
  public List<LogRecord> poll(Duration timeout, int max) {
    if (max < 1) {
      throw new IllegalArgumentException("At least 1 record has to be asked for, not " + max);
    }
    long begun = System.nanoTime();
    Duration left = timeout;
    while (!merge.ready() && failure == null) {
      discoverPartitions(sliceOf(left));
      fetch(sliceOf(left));
      checkForHole();
      left = timeout.minusNanos(System.nanoTime() - begun);
      if (left.isNegative()) {
        break;
      }
    }
    while (merge.ready() && failure == null && merge.size() < max && fetch(Duration.ZERO) > 0) {
      checkForHole();
    }
    if (failure != null && !merge.ready()) {
      throw failure;
    }
    return merge.take(max);
  }

  /** Where a later reader goes on after the last record that was returned. */
  public LogPosition position() {
    return from.with(merge.nextIndex(), merge.resumeOffsets());
  }

  /** Makes a running or the next {@link #poll} throw; from any thread. */
  public void wakeup() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }

  long bufferedBytes() {
    return merge.bytes();
  }

  private Duration sliceOf(Duration left) {
    Duration slice = merge.isWaiting() ? SLICE_WHILE_WAITING : SLICE;
    return left.compareTo(slice) < 0 ? left : slice;
  }

  private void discoverPartitions(Duration timeout) {
    try {
      List<PartitionInfo> known = consumer.partitionsFor(topic, timeout);
      assign(known.stream().map(PartitionInfo::partition).collect(toSet()));
    } catch (TimeoutException brokerIsAway) {
      // The partitions that are assigned stay so, and the client goes on looking for a broker.
      return;
    }
  }

  private void assign(Set<Integer> partitions) {
    Set<Integer> added = new HashSet<>(partitions);
    added.removeAll(merge.partitions());
    if (added.isEmpty()) {
      return;
    }
    for (int partition : added) {
      merge.addPartition(partition, trustsHint ? from.offset(partition) : 0);
    }
    consumer.assign(topicPartitions(merge.partitions()));
    for (int partition : added) {
      consumer.seek(new TopicPartition(topic, partition), trustsHint ? from.offset(partition) : 0);
    }
  }

  private int fetch(Duration timeout) {
    pauseWhatIsFarAhead();
    ConsumerRecords<@Nullable String, byte @Nullable []> records = consumer.poll(timeout);
    try {
      for (ConsumerRecord<@Nullable String, byte @Nullable []> record : records) {
        merge.add(record.partition(), record.offset(), LogRecords.of(record));
      }
    } catch (LogException e) {
      failure = e;
    }
    records
        .nextOffsets()
        .forEach((partition, next) -> merge.passed(partition.partition(), next.offset()));
    return records.count();
  }

  private void pauseWhatIsFarAhead() {
    Set<Integer> ahead = merge.bytes() > mostBufferedBytes ? merge.partitionsAhead() : Set.of();
    Map<Boolean, Set<TopicPartition>> byAhead =
        consumer.assignment().stream()
            .collect(partitioningBy(partition -> ahead.contains(partition.partition()), toSet()));
    consumer.pause(byAhead.getOrDefault(true, Set.of()));
    consumer.resume(byAhead.getOrDefault(false, Set.of()));
  }

  private void checkForHole() {
    if (!merge.isWaiting()) {
      holeWatch.clear();
      return;
    }
    Map<Integer, Long> ends = holeWatch.endsWithout(merge.nextIndex());
    if (ends == null) {
      return;
    }
    assign(ends.keySet());
    if (merge.hasPassed(ends)) {
      holeFound();
    }
  }

  private void holeFound() {
    if (trustsHint) {
      // A topic that was rebuilt has other offsets: before a record is called missing, everything
      // is looked through.
      trustsHint = false;
      merge.restart();
      consumer.assignment().forEach(partition -> consumer.seek(partition, 0));
      holeWatch.clear();
    } else {
      failure = new MissingIndexException(merge.nextIndex(), merge.followingIndex());
    }
  }

  private List<TopicPartition> topicPartitions(Collection<Integer> partitions) {
    return partitions.stream()
        .map(partition -> new TopicPartition(topic, partition))
        .collect(Collectors.toList());
  }
}
