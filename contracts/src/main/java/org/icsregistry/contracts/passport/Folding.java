package org.icsregistry.contracts.passport;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Copies with one change, in the order of the log, so that folds stay pure and passports read in
 * the same order everywhere.
 */
final class Folding {

  private Folding() {}

  static <V> Map<String, V> put(Map<String, V> map, String key, V value) {
    var copy = new LinkedHashMap<>(map);
    copy.put(key, value);
    return Collections.unmodifiableMap(copy);
  }

  static <V> Map<String, V> remove(Map<String, V> map, String key) {
    var copy = new LinkedHashMap<>(map);
    copy.remove(key);
    return Collections.unmodifiableMap(copy);
  }

  static <V> Map<String, V> replace(Map<String, V> map, String key, UnaryOperator<V> change) {
    var value = map.get(key);
    if (value == null) {
      throw new IllegalStateException(
          "The log speaks of " + key + " before it exists: the log is out of order");
    }
    return put(map, key, change.apply(value));
  }

  /** In the order of the alphabet, where the order of the log does not matter. */
  static List<String> sorted(List<String> list, String value) {
    return Stream.concat(list.stream(), Stream.of(value)).sorted().toList();
  }

  static <T> List<T> add(List<T> list, T value) {
    var copy = new ArrayList<T>(list.size() + 1);
    copy.addAll(list);
    copy.add(value);
    return Collections.unmodifiableList(copy);
  }
}
