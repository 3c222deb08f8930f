package org.icsregistry.projection.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A line of an entry as people read it.
 *
 * @param label what it is, {@code Completed on}
 */
record Plain(String label, String value) {

  /**
   * All lines of an entry's data.
   *
   * @param names of organisations by code
   */
  static List<Plain> of(JsonNode data, Map<String, String> names) {
    var lines = new ArrayList<Plain>();
    add("", data, names, lines);
    return lines;
  }

  private static void add(
      String label, JsonNode value, Map<String, String> names, List<Plain> lines) {
    if (value.path("erased").asBoolean(false)) {
      lines.add(new Plain(label, "Erased"));
    } else if (value.isObject()) {
      value
          .properties()
          .forEach(field -> add(label(label, field.getKey()), field.getValue(), names, lines));
    } else if (value.isArray() && value.valueStream().anyMatch(JsonNode::isObject)) {
      value.forEach(item -> add(label, item, names, lines));
    } else if (value.isArray()) {
      lines.add(
          new Plain(
              label,
              value
                  .valueStream()
                  .map(item -> text(item, names))
                  .collect(Collectors.joining(", "))));
    } else if (!value.isNull()) {
      lines.add(new Plain(label, text(value, names)));
    }
  }

  /** Codes are shown as words; an organisation's code as its name. */
  private static String text(JsonNode value, Map<String, String> names) {
    if (value.isBoolean()) {
      return value.booleanValue() ? "Yes" : "No";
    }
    var text = value.asString("");
    if (names.containsKey(text)) {
      return names.get(text);
    }
    return text.matches("[A-Z]+(_[A-Z]+)*") && text.length() > 3
        ? sentence(text.replace('_', ' '))
        : text;
  }

  /** {@code completedOn} as {@code Completed on}, behind what it is part of. */
  private static String label(String within, String field) {
    var words = sentence(field.replaceAll("(?<=[a-z])(?=[A-Z])", " "));
    return within.isEmpty() ? words : within + ": " + words.toLowerCase(Locale.UK);
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1).toLowerCase(Locale.UK);
  }
}
