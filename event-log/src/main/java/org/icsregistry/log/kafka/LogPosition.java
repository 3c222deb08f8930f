package org.icsregistry.log.kafka;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where reading goes on. The next index alone says what is read; the offsets only spare the reader
 * the way there, and may point too early or be wrong.
 *
 * @param nextIndex index of the first record not read yet, 0 or more
 * @param offsets by partition, the offset to start from; a partition that is not listed is read
 *     from its beginning
 */
public record LogPosition(long nextIndex, SortedMap<Integer, Long> offsets) {
  /**
   * @throws MalformedPositionException if an index, a partition or an offset is negative
   */
  public LogPosition {
    if (nextIndex < 0) {
      throw new MalformedPositionException("The next index is 0 or more, not " + nextIndex);
    }
    offsets = Collections.unmodifiableSortedMap(new TreeMap<>(offsets));
    offsets.forEach(LogPosition::checkOffset);
  }

  /** The beginning of the log. */
  public static LogPosition start() {
    return new LogPosition(0, new TreeMap<>());
  }

  /**
   * A position as it was stored.
   *
   * @param nextIndex index of the first record not read yet
   * @param offsets what {@link #offsetsText} gave, for example {@code 0:123,1:88}; empty for none
   * @throws MalformedPositionException if the text is not of that form
   */
  public static LogPosition of(long nextIndex, String offsets) {
    SortedMap<Integer, Long> parsed = new TreeMap<>();
    for (String pair : offsets.isEmpty() ? new String[0] : offsets.split(",", -1)) {
      int colon = pair.indexOf(':');
      if (colon < 0) {
        throw new MalformedPositionException(
            "Offsets look like 0:123,1:88 and not like " + offsets);
      }
      try {
        int partition = Integer.parseInt(pair.substring(0, colon));
        if (parsed.put(partition, Long.parseLong(pair.substring(colon + 1))) != null) {
          throw new MalformedPositionException(
              "Partition " + partition + " is named twice in " + offsets);
        }
      } catch (NumberFormatException e) {
        throw new MalformedPositionException(
            "Offsets look like 0:123,1:88 and not like " + offsets, e);
      }
    }
    return new LogPosition(nextIndex, parsed);
  }

  /** The offsets as text, for example {@code 0:123,1:88}; about twelve characters per partition. */
  public String offsetsText() {
    return offsets.entrySet().stream()
        .map(entry -> entry.getKey() + ":" + entry.getValue())
        .collect(joining(","));
  }

  private static void checkOffset(int partition, long offset) {
    if (partition < 0 || offset < 0) {
      throw new MalformedPositionException(
          "Partitions and offsets are 0 or more, not %d:%d".formatted(partition, offset));
    }
  }

  /** The offset to start a partition from; 0 if it is not listed. */
  long offset(int partition) {
    return offsets.getOrDefault(partition, 0L);
  }

  /** The same position with the offsets known better for some partitions. */
  LogPosition with(long next, Map<Integer, Long> better) {
    SortedMap<Integer, Long> all = new TreeMap<>(offsets);
    all.putAll(better);
    return new LogPosition(next, all);
  }
}
