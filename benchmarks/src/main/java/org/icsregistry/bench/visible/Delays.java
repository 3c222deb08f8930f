package org.icsregistry.bench.visible;

import java.time.Duration;
import java.util.List;

/**
 * Delays in ascending order, in nanoseconds.
 *
 * @param sorted at least one
 */
public record Delays(List<Long> sorted) {

  public Delays {
    sorted = sorted.stream().sorted().toList();
  }

  /**
   * @param share 0.99 for the delay that 99 of 100 keep
   */
  public Duration percentile(double share) {
    int rank = (int) Math.ceil(share * sorted.size());
    return Duration.ofNanos(sorted.get(Math.clamp(rank - 1, 0, sorted.size() - 1)));
  }

  public int count() {
    return sorted.size();
  }
}
