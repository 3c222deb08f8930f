package org.icsregistry.registry.store;

import org.icsregistry.contracts.envelope.EventCodec;

/** An event does not fit into an entry of the log. */
public final class EntryTooLargeException extends RuntimeException {

  EntryTooLargeException(String type, int bytes) {
    super(
        "Expected an entry of at most "
            + EventCodec.MAX_ENTRY_BYTES
            + " bytes; "
            + type
            + " has "
            + bytes);
  }
}
