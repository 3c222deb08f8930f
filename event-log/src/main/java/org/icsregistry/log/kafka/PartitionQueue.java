package org.icsregistry.log.kafka;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was read of one partition and is not yet its turn. */
final class PartitionQueue {
  private record Ahead(LogRecord record, long offset) {}

  private final int partition;
  private final Deque<Ahead> ahead = new ArrayDeque<>();
  private long position;
  private long lastIndex = -1;

  PartitionQueue(int partition, long position) {
    this.partition = partition;
    this.position = position;
  }

  void restart() {
    ahead.clear();
    position = 0;
    lastIndex = -1;
  }

  void add(LogRecord record, long offset) {
    ahead.add(new Ahead(record, offset));
  }

  /** Notes that everything before this offset was seen. */
  void passed(long offset) {
    position = offset;
  }

  void sawIndex(long index) {
    lastIndex = index;
  }

  LogRecord remove() {
    return ahead.remove().record();
  }

  boolean isEmpty() {
    return ahead.isEmpty();
  }

  int size() {
    return ahead.size();
  }

  int partition() {
    return partition;
  }

  long headIndex() {
    return ahead.element().record().index();
  }

  /** Offset of the first record that was not handed out yet. */
  long resumeOffset() {
    return isEmpty() ? position : ahead.element().offset();
  }

  /** Offset up to which the partition was read. */
  long position() {
    return position;
  }

  /** The highest index seen in this partition, -1 for none. */
  long lastIndex() {
    return lastIndex;
  }

  boolean holds(long index) {
    return ahead.stream().anyMatch(entry -> entry.record().index() == index);
  }
}
