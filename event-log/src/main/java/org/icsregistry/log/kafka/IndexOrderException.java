package org.icsregistry.log.kafka;

import org.icsregistry.log.LogException;

/** Within one partition an index follows a higher one. */
public final class IndexOrderException extends LogException {
  private final long index;

  IndexOrderException(long index, long previous, int partition, long offset) {
    super(
        "Index %d follows index %d in partition %d at offset %d: the partition is not in the order of the log"
            .formatted(index, previous, partition, offset));
    this.index = index;
  }

  /** The index that came too late. */
  public long index() {
    return index;
  }
}
