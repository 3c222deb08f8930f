package org.icsregistry.bench.mix;

import java.util.SplittableRandom;
import java.util.UUID;

/** Random ids and numbers, the same for the same seed. */
final class Ids {

  private final SplittableRandom random;

  Ids(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A UUID as partners make them: random, so that no index sees them in order. */
  String next() {
    long versioned = (random.nextLong() & ~0xF000L) | 0x4000L;
    long variant = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(versioned, variant).toString();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
