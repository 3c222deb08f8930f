package org.icsregistry.contracts.signature;

import tools.jackson.databind.JsonNode;

/** Whether two JSON values say the same: order of fields and spelling of numbers do not count. */
final class SameJson {

  private SameJson() {}

  static boolean same(JsonNode one, JsonNode other) {
    return one.equals(SameJson::compare, other);
  }

  private static int compare(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue());
    }
    return one.equals(other) ? 0 : 1;
  }
}
