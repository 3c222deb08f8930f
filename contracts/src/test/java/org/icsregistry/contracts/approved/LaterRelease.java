package org.icsregistry.contracts.approved;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a later release might write: more fields in every object. */
final class LaterRelease {

  private LaterRelease() {}

  static JsonNode of(JsonNode node) {
    var copy = node.deepCopy();
    extend(copy);
    return copy;
  }

  private static void extend(JsonNode node) {
    List.copyOf(node.values()).forEach(LaterRelease::extend);
    if (node instanceof ObjectNode object) {
      object.put("aNewField", "text");
      object.putObject("aNewObject").put("code", 1);
      object.putArray("aNewList").add(true);
    }
  }
}
