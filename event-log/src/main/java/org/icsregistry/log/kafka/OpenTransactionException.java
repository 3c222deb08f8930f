package org.icsregistry.log.kafka;

import org.icsregistry.log.LogException;

/** The end of the topic cannot be read because a transaction is still undecided. */
public final class OpenTransactionException extends LogException {
  OpenTransactionException(int partition, long offset, long end) {
    super(
        "Partition %d can be read up to offset %d, not to its end %d: a transaction is still open. Wait until its publisher ends it or the broker times it out"
            .formatted(partition, offset, end));
  }
}
