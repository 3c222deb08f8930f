package org.icsregistry.log.kafka;

import java.util.Arrays;

/**
 * One entry of the log.
 *
 * @param index its place in the log: 0, 1, 2, … without holes
 * @param key the subject: a volunteer's identifier, or the identifier of a partner, role or
 *     programme
 * @param event the bytes of the event, exactly as they are hashed into the tree; not copied
 */
@SuppressWarnings(
    "ArrayRecordComponent") // equality by content is below; a copy per event would only cost memory
public record LogRecord(long index, String key, byte[] event) {
  @Override
  public boolean equals(Object other) {
    return other instanceof LogRecord that
        && index == that.index
        && key.equals(that.key)
        && Arrays.equals(event, that.event);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(index);
  }

  @Override
  public String toString() {
    return "LogRecord[index=%d, %d bytes]".formatted(index, event.length);
  }
}
