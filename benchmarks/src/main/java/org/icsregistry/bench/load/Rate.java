package org.icsregistry.bench.load;

/** How many operations were finished in which time. */
public record Rate(long operations, long nanos) {

  private static final double NANOS_PER_SECOND = 1e9;

  public double perSecond() {
    return operations * NANOS_PER_SECOND / nanos;
  }
}
