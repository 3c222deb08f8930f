package org.icsregistry.log.kafka;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Brings the partitions, each in order by itself, into the one order of the log. Knows nothing of
 * brokers.
 */
final class LogMerge {
  // What a buffered record costs besides its event: objects, key and header, roughly.
  private static final long RECORD_OVERHEAD = 200;

  private final Map<Integer, PartitionQueue> queues = new HashMap<>();
  private final PriorityQueue<PartitionQueue> heads =
      new PriorityQueue<>(comparingLong(PartitionQueue::headIndex));
  private long start;
  private long next;
  private int size;
  private long bytes;

  LogMerge(long nextIndex) {
    start = nextIndex;
    next = nextIndex;
  }

  void addPartition(int partition, long offset) {
    queues.put(partition, new PartitionQueue(partition, offset));
  }

  Set<Integer> partitions() {
    return queues.keySet();
  }

  /**
   * Forgets what is buffered, to read all partitions from their beginning and skip what was handed
   * out.
   */
  void restart() {
    start = next;
    size = 0;
    bytes = 0;
    heads.clear();
    queues.values().forEach(PartitionQueue::restart);
  }

  void add(int partition, long offset, LogRecord record) {
    PartitionQueue queue = queue(partition);
    long index = record.index();
    if (index <= queue.lastIndex()) {
      throw wasSeen(index)
          ? new DuplicateIndexException(index, partition, offset)
          : new IndexOrderException(index, queue.lastIndex(), partition, offset);
    }
    queue.sawIndex(index);
    if (index >= start) {
      queue.add(record, offset);
      size++;
      bytes += weight(record);
      if (queue.size() == 1) {
        heads.add(queue);
      }
    }
    queue.passed(offset + 1);
  }

  /** Notes that a partition was read up to here, records or not. */
  void passed(int partition, long offset) {
    queue(partition).passed(offset);
  }

  /**
   * The next records in the order of the log, at most so many; none if the next one is not there
   * yet.
   */
  List<LogRecord> take(int max) {
    List<LogRecord> taken = new ArrayList<>(Math.min(max, size));
    while (taken.size() < max && ready()) {
      PartitionQueue queue = heads.element();
      if (queue.headIndex() < next) {
        if (taken.isEmpty()) {
          throw new DuplicateIndexException(
              queue.headIndex(), queue.partition(), queue.resumeOffset());
        }
        break;
      }
      taken.add(takeFrom(heads.remove()));
    }
    return taken;
  }

  private LogRecord takeFrom(PartitionQueue queue) {
    LogRecord record = queue.remove();
    next++;
    size--;
    bytes -= weight(record);
    if (!queue.isEmpty()) {
      heads.add(queue);
    }
    return record;
  }

  /** Whether {@link #take} has something to give or to complain about. */
  boolean ready() {
    return !heads.isEmpty() && heads.element().headIndex() <= next;
  }

  /** Whether later records are here and the next one is not. */
  boolean isWaiting() {
    return !heads.isEmpty() && !ready();
  }

  /**
   * Whether no partition can still bring the next index, each having been read up to its end or
   * beyond that index.
   */
  boolean hasPassed(Map<Integer, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end ->
            !queue(end.getKey()).isEmpty() || queue(end.getKey()).position() >= end.getValue());
  }

  long nextIndex() {
    return next;
  }

  /** The lowest index that is buffered; only while something is. */
  long followingIndex() {
    return heads.element().headIndex();
  }

  int size() {
    return size;
  }

  long bytes() {
    return bytes;
  }

  /** The partitions that have something buffered. */
  Set<Integer> partitionsAhead() {
    return heads.stream().map(PartitionQueue::partition).collect(toSet());
  }

  Map<Integer, Long> resumeOffsets() {
    Collection<PartitionQueue> all = queues.values();
    return all.stream().collect(toMap(PartitionQueue::partition, PartitionQueue::resumeOffset));
  }

  private boolean wasSeen(long index) {
    return (index >= start && index < next)
        || queues.values().stream().anyMatch(queue -> queue.holds(index));
  }

  private PartitionQueue queue(int partition) {
    PartitionQueue queue = queues.get(partition);
    if (queue == null) {
      throw new IllegalArgumentException("Partition " + partition + " was never added");
    }
    return queue;
  }

  private static long weight(LogRecord record) {
    return record.event().length + RECORD_OVERHEAD;
  }
}
