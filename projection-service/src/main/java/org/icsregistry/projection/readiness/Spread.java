package org.icsregistry.projection.readiness;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often each value occurred: as small as the number of different values, and exact.
 *
 * @param counts by value, in ascending order
 */
record Spread(Map<Long, Integer> counts) {

  static final Spread NONE = new Spread(Map.of());

  Spread plus(long value) {
    var more = new TreeMap<>(counts);
    more.merge(value, 1, Integer::sum);
    return new Spread(more);
  }

  /** Both together. */
  Spread plus(Spread other) {
    var more = new TreeMap<>(counts);
    other.counts.forEach((value, times) -> more.merge(value, times, Integer::sum));
    return new Spread(more);
  }

  int size() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The value in the middle; of two in the middle their mean; absent when there are none. */
  @Nullable Double median() {
    int size = size();
    return size == 0 ? null : (at((size - 1) / 2) + at(size / 2)) / 2.0;
  }

  private long at(int position) {
    int passed = 0;
    for (var entry : new TreeMap<>(counts).entrySet()) {
      passed += entry.getValue();
      if (position < passed) {
        return entry.getKey();
      }
    }
    throw new IllegalArgumentException("There is no value at " + position + " of " + passed);
  }
}
