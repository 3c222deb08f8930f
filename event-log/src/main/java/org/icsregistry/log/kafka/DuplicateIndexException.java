package org.icsregistry.log.kafka;

import org.icsregistry.log.LogException;

/** The topic holds one index twice. */
public final class DuplicateIndexException extends LogException {
  private final long index;

  DuplicateIndexException(long index, int partition, long offset) {
    super(
        "Index %d is in the topic a second time, in partition %d at offset %d: more than one publisher wrote, or a record was inserted"
            .formatted(index, partition, offset));
    this.index = index;
  }

  /** The index that is there twice. */
  public long index() {
    return index;
  }
}
