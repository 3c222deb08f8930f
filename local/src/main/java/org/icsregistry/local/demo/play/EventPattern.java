package org.icsregistry.local.demo.play;

import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.MessageTypes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an event of the log looks like.
 *
 * @param data fields of the event's data that have to have these values
 */
public record EventPattern(String type, String subject, ObjectNode data) {

  /** Whether the event looks like this. */
  public boolean matches(RecordedEvent event) {
    if (!subject.equals(event.subject())
        || !type.equals(MessageTypes.nameOf(event.data().getClass()))) {
      return false;
    }
    JsonNode found = Json.MAPPER.valueToTree(event.data());
    return data.propertyStream().allMatch(p -> p.getValue().equals(found.get(p.getKey())));
  }

  @Override
  public String toString() {
    return type + " about " + subject + (data.isEmpty() ? "" : " with " + data);
  }
}
