package org.icsregistry.log.kafka;

import org.icsregistry.log.LogException;

/**
 * Every partition was read past the place where an index should have been, and it is in none: the
 * topic lacks an entry of the log.
 */
public final class MissingIndexException extends LogException {
  private final long index;

  MissingIndexException(long index, long following) {
    super(
        "Index %d is in no partition, although %d is there: an entry is missing from the topic. Compare with the event store and rebuild the topic"
            .formatted(index, following));
    this.index = index;
  }

  /** The index that is missing. */
  public long index() {
    return index;
  }
}
