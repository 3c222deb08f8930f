package org.icsregistry.log.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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

  private final LogPosition from;
  private final LogMerge merge;
  private final LogFeed feed;
  private final HoleWatch holeWatch;
  private @Nullable LogException failure;

  /**
   * A reader that begins at a position.
   *
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
    this.from = from;
    this.merge = new LogMerge(from.nextIndex());
    this.feed = new LogFeed(consumerProperties, topic, from, merge, mostBufferedBytes);
    this.holeWatch = new HoleWatch(consumerProperties, topic);
  }

  /**
   * The next records. Returns as soon as there is at least one, together with what else has already
   * arrived.
   *
   * @param timeout how long to wait for a first record; exceeded by some seconds at most, when an
   *     index seems to be missing and the broker is slow to answer for it
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
    try {
      waitForNext(timeout);
      takeWhatHasArrived(max);
    } catch (LogException e) {
      failure = e;
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
    feed.wakeup();
  }

  @Override
  public void close() {
    feed.close();
  }

  long bufferedBytes() {
    return merge.bytes();
  }

  private void waitForNext(Duration timeout) {
    long begun = System.nanoTime();
    Duration left = timeout;
    while (!merge.ready() && failure == null && !left.isNegative()) {
      feed.discoverPartitions(sliceOf(left));
      feed.fetch(sliceOf(left));
      checkForHole();
      left = timeout.minusNanos(System.nanoTime() - begun);
    }
  }

  private void takeWhatHasArrived(int max) {
    int arrived = 1;
    while (arrived > 0 && failure == null && merge.ready() && merge.size() < max) {
      arrived = feed.fetch(Duration.ZERO);
    }
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
    feed.assign(ends.keySet());
    if (merge.hasPassed(ends)) {
      reportHole();
    }
  }

  private void reportHole() {
    if (!feed.followsHint()) {
      throw new MissingIndexException(merge.nextIndex(), merge.followingIndex());
    }
    // A topic that was rebuilt has other offsets: before a record is called missing, everything is
    // looked through.
    feed.restartWithoutHint();
    holeWatch.clear();
  }

  private Duration sliceOf(Duration left) {
    Duration slice = merge.isWaiting() ? SLICE_WHILE_WAITING : SLICE;
    return left.compareTo(slice) < 0 ? left : slice;
  }
}
