package org.icsregistry.log.kafka;

import org.icsregistry.log.LogException;

/**
 * A record in the topic is not an entry of the log: its index header, key or value is missing or
 * malformed.
 */
public final class MalformedLogRecordException extends LogException {
  MalformedLogRecordException(String defect, int partition, long offset) {
    super("The record in partition %d at offset %d %s".formatted(partition, offset, defect));
  }
}
