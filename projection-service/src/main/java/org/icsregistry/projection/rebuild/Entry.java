package org.icsregistry.projection.rebuild;

import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.log.kafka.LogRecord;

/**
 * One entry of the log, with its bytes exactly as they were appended and what they say.
 *
 * @param bytes not copied
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy per event would only cost memory
public record Entry(byte[] bytes, RecordedEvent event) {

  /** Fails when this release does not know the event's type, rather than leave the event out. */
  public static Entry of(LogRecord log) {
    var event = EventCodec.decode(log.event());
    if (event.logIndex() != log.index()) {
      throw new IllegalStateException(
          "The record with header logindex %d holds an event with logindex %d"
              .formatted(log.index(), event.logIndex()));
    }
    return new Entry(log.event(), event);
  }

  public long index() {
    return event.logIndex();
  }
}
