package org.icsregistry.contracts.signature;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether two JSON values say the same: order of fields, {@code null} fields and spelling of
 * numbers do not count.
 */
final class SameJson {

  private SameJson() {}

  static boolean same(JsonNode one, JsonNode other) {
    return withoutNulls(one).equals(SameJson::number, withoutNulls(other));
  }

  private static int number(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue());
    }
    return one.equals(other) ? 0 : 1;
  }

  private static JsonNode withoutNulls(JsonNode node) {
    var copy = node.deepCopy();
    drop(copy);
    return copy;
  }

  private static void drop(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.removeNulls();
    }
    node.values().forEach(SameJson::drop);
  }
}
