package org.icsregistry.bench.load;

/**
 * How many operations were finished in which time.
 *
 * @param all also those that were under way at the end and finished afterwards
 */
public record Rate(long operations, long nanos, long all) {

  private static final double NANOS_PER_SECOND = 1e9;

  public double perSecond() {
    return operations * NANOS_PER_SECOND / nanos;
  }
}
