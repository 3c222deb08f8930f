package org.icsregistry.contracts.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.icsregistry.contracts.envelope.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every way in which a right sample can be made wrong in one place. */
record Defects(JsonNode sample, List<Defect> found) {

  /** A sample with one defect. */
  record Defect(String name, JsonNode data) {}

  /** An additional field, or a value of the wrong kind, form or size. */
  static Stream<Defect> of(JsonNode sample) {
    var defects = new Defects(sample, new ArrayList<>());
    defects.at("", sample);
    return defects.found.stream();
  }

  /** One of the required fields left out. */
  static Stream<Defect> missing(JsonNode required) {
    var defects = new Defects(required, new ArrayList<>());
    defects.without("", required);
    return defects.found.stream();
  }

  private void without(String pointer, JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (var name : object.propertyNames()) {
        add(pointer, name + " missing", o -> ((ObjectNode) o).remove(name));
        without(pointer + "/" + name, object.required(name));
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      without(pointer + "/" + i, node.required(i));
    }
  }

  private void at(String pointer, JsonNode node) {
    switch (node) {
      case ObjectNode object -> {
        add(pointer, "additional field", o -> ((ObjectNode) o).put("aNewField", "text"));
        for (var name : object.propertyNames()) {
          values(object.required(name))
              .forEach(bad ->
                  add(pointer, name + " is " + shown(bad), o -> ((ObjectNode) o).set(name, bad)));
          at(pointer + "/" + name, object.required(name));
        }
      }
      case ArrayNode array -> {
        add(pointer, "too many items", a -> fill((ArrayNode) a));
        values(array.required(0))
            .forEach(
                bad -> add(pointer, "an item is " + shown(bad), a -> ((ArrayNode) a).set(0, bad)));
        at(pointer + "/0", array.required(0));
      }
      case JsonNode _ -> {}
    }
  }

  /** Wrong values in place of a right one. */
  private static Stream<JsonNode> values(JsonNode right) {
    var wrong = new ArrayList<JsonNode>(List.of(json("null"), json("[[]]"), json("{\"a\":1}")));
    if (!right.isBoolean()) {
      wrong.add(json("true"));
    }
    if (!right.isNumber()) {
      wrong.add(json("12"));
    }
    if (right.isNumber()) {
      wrong.addAll(List.of(json("-1"), json("99999999999"), json("1.5"), json("\"1\"")));
    }
    if (right.isString()) {
      wrong.add(json("\"" + "X".repeat(3000) + "\""));
      wrong.add(json("\"\""));
    }
    if (right.isString() && right.stringValue().matches("\\d{4}-\\d{2}-\\d{2}")) {
      List.of("2026-02-30", "02/03/2026", "2026-3-2", "2026-03-02T00:00:00Z", "2026-03-02\\n")
          .forEach(day -> wrong.add(json("\"" + day + "\"")));
    }
    if (right.isString() && right.stringValue().matches("[A-Z][A-Z_]+")) {
      wrong.add(json("\"no_such_code\""));
    }
    return wrong.stream();
  }

  private static void fill(ArrayNode array) {
    var item = array.required(0);
    for (int i = 0; i < 300; i++) {
      array.add(item);
    }
  }

  private void add(String pointer, String name, Consumer<JsonNode> damage) {
    var copy = sample.deepCopy();
    damage.accept(copy.at(pointer));
    found.add(new Defect(pointer + " " + name, copy));
  }

  private static String shown(JsonNode node) {
    var text = node.toString();
    return text.length() > 40 ? "too long" : text;
  }

  private static JsonNode json(String text) {
    return Json.MAPPER.readTree(text);
  }
}
