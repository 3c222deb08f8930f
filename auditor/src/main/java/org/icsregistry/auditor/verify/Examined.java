package org.icsregistry.auditor.verify;

import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.MalformedEntryException;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.envelope.UnknownEventTypeException;
import org.icsregistry.log.tree.Rfc6962;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of one entry without its neighbours.
 *
 * @param leafHash of its bytes; not copied
 * @param event what it says; absent if it cannot be read
 * @param unknownType whether it cannot be read only because its type is of another release
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Examined(byte[] leafHash, @Nullable RecordedEvent event, boolean unknownType) {
  static Examined of(byte[] entry) {
    byte[] hash = Rfc6962.leafHash(entry);
    try {
      return new Examined(hash, EventCodec.decode(entry), false);
    } catch (UnknownEventTypeException e) {
      return new Examined(hash, null, true);
    } catch (MalformedEntryException e) {
      return new Examined(hash, null, false);
    }
  }

  /** The index it claims; -1 if it claims none that can be read. */
  long claimed() {
    return event == null ? -1 : event.logIndex();
  }
}
