package org.icsregistry.registry.intake;

import java.io.ByteArrayOutputStream;
import java.util.Map.Entry;
import java.util.Set;
import org.icsregistry.contracts.envelope.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * One spelling of a JSON document, to tell whether two commands under one id are the same. Field
 * order and white space do not matter; the time of sending and the signature do not either, because
 * a client that tries again may stamp and sign anew. Used for nothing else: what is hashed and
 * verified is always the bytes themselves.
 */
final class CanonicalJson {

  private static final Set<String> LEFT_OUT = Set.of("time", "evidence");

  private CanonicalJson() {}

  static byte[] bytes(JsonNode envelope) {
    var out = new ByteArrayOutputStream();
    try (var json = Json.MAPPER.createGenerator(out)) {
      write(envelope, LEFT_OUT, json);
    }
    return out.toByteArray();
  }

  private static void write(JsonNode node, Set<String> leftOut, JsonGenerator json) {
    if (node.isObject()) {
      json.writeStartObject();
      node.properties().stream()
          .filter(field -> !leftOut.contains(field.getKey()))
          .sorted(Entry.comparingByKey())
          .forEach(field -> {
            json.writeName(field.getKey());
            write(field.getValue(), Set.of(), json);
          });
      json.writeEndObject();
    } else if (node.isArray()) {
      json.writeStartArray();
      node.forEach(element -> write(element, Set.of(), json));
      json.writeEndArray();
    } else {
      json.writeTree(node);
    }
  }
}
