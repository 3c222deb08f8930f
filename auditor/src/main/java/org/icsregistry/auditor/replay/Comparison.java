package org.icsregistry.auditor.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Every place at which two JSON documents differ. */
final class Comparison {
  // Absent for auditors, because it takes opened values to compute.
  private static final Set<String> NOT_COMPARED = Set.of("/progress");

  private final List<Difference> differences = new ArrayList<>();

  /**
   * @param path where, as RFC 6901 writes it
   * @param log what the log says
   * @param service what the service claims
   */
  record Difference(String path, String log, String service) {}

  static List<Difference> of(JsonNode log, JsonNode service) {
    Comparison comparison = new Comparison();
    comparison.compare("", log, service);
    return comparison.differences;
  }

  private void compare(String path, @Nullable JsonNode log, @Nullable JsonNode service) {
    if (NOT_COMPARED.contains(path) || (isAbsent(log) && isAbsent(service))) {
      return;
    }
    if (log == null || service == null || isAbsent(log) || isAbsent(service)) {
      differences.add(new Difference(path, text(log), text(service)));
    } else if (log.isObject() && service.isObject()) {
      Set<String> names = new TreeSet<>(log.propertyNames());
      names.addAll(service.propertyNames());
      names.forEach(name -> compare(path + "/" + name, log.get(name), service.get(name)));
    } else if (log.isArray() && service.isArray()) {
      for (int i = 0; i < Math.max(log.size(), service.size()); i++) {
        compare(path + "/" + i, log.get(i), service.get(i));
      }
    } else if (!log.toString().equals(service.toString())) {
      differences.add(new Difference(path, text(log), text(service)));
    }
  }

  private static boolean isAbsent(@Nullable JsonNode node) {
    return node == null || node.isNull();
  }

  private static String text(@Nullable JsonNode node) {
    return node == null ? "nothing" : node.toString();
  }
}
