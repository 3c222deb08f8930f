package org.icsregistry.registry.intake;

import org.icsregistry.contracts.envelope.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One spelling of a JSON document, to tell whether two commands under one id are the same. Field
 * order and white space do not matter; the time of sending and the signature do not either, because
 * a client that tries again may stamp and sign anew. Used for nothing else: what is hashed and
 * verified is always the bytes themselves.
 */
final class CanonicalJson {

  private CanonicalJson() {}

  static byte[] bytes(JsonNode envelope) {
    var copy = (ObjectNode) sorted(envelope);
    copy.remove("time");
    copy.remove("evidence");
    return Json.MAPPER.writeValueAsBytes(copy);
  }

  private static JsonNode sorted(JsonNode node) {
    if (node.isObject()) {
      var sorted = Json.MAPPER.createObjectNode();
      node.properties().stream()
          .sorted(java.util.Map.Entry.comparingByKey())
          .forEach(e -> sorted.set(e.getKey(), sorted(e.getValue())));
      return sorted;
    }
    if (node.isArray()) {
      var sorted = Json.MAPPER.createArrayNode();
      node.valueStream().forEach(v -> sorted.add(sorted(v)));
      return sorted;
    }
    return node;
  }
}
