package org.icsregistry.registry.store;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.icsregistry.contracts.message.ErasureEvent;

/** What a unit of decisions led to and what it rests on. Nothing of it is durable yet. */
public final class Decided {

  private final long number;
  private final List<DomainEventMessage<?>> events;
  private final ReadSet readSet;

  Decided(long number, List<DomainEventMessage<?>> events, ReadSet readSet) {
    this.number = number;
    this.events = events;
    this.readSet = readSet;
  }

  /** Units of decisions are numbered in their order. */
  long number() {
    return number;
  }

  List<DomainEventMessage<?>> events() {
    return events;
  }

  /**
   * What is to be forgotten, once the events have their places in the log.
   *
   * @return in the order of the log
   */
  public List<RecordedErasure> erasures() {
    return events.stream()
        .filter(event -> event.getPayload() instanceof ErasureEvent)
        .map(RecordedErasure::of)
        .toList();
  }

  ReadSet readSet() {
    return readSet;
  }
}
