package org.icsregistry.auditor.verify;

import org.icsregistry.auditor.source.Entry;
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
 * @param wrongKey whether it stands on a topic under another key than its subject
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Examined(
    byte[] leafHash, @Nullable RecordedEvent event, boolean unknownType, boolean wrongKey) {
  static Examined of(Entry entry) {
    byte[] hash = Rfc6962.leafHash(entry.bytes());
    try {
      RecordedEvent event = EventCodec.decode(entry.bytes());
      boolean wrongKey = entry.key() != null && !entry.key().equals(event.subject());
      return new Examined(hash, event, false, wrongKey);
    } catch (UnknownEventTypeException e) {
      return new Examined(hash, null, true, false);
    } catch (MalformedEntryException e) {
      return new Examined(hash, null, false, false);
    }
  }

  /** The index it claims; -1 if it claims none that can be read. */
  long claimed() {
    return event == null ? -1 : event.logIndex();
  }
}
