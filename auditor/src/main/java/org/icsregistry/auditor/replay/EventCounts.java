package org.icsregistry.auditor.replay;

import java.util.Map;
import java.util.TreeMap;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.MessageTypes;

/** How many events of which type from which organisation. */
final class EventCounts {
  private final Map<String, Map<String, Long>> byOrganisation = new TreeMap<>();

  void add(RecordedEvent event) {
    byOrganisation
        .computeIfAbsent(event.org(), _ -> new TreeMap<>())
        .merge(MessageTypes.nameOf(event.data().getClass()), 1L, Long::sum);
  }

  /** By organisation, then by type. */
  Map<String, Map<String, Long>> byOrganisation() {
    return byOrganisation;
  }
}
