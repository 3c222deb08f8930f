package org.icsregistry.local.demo.people;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that falls the same way for the same seed and number. */
final class Dice {

  private final SplittableRandom random;

  private Dice(long start) {
    this.random = new SplittableRandom(start);
  }

  /** One set of dice per seed and number, unrelated to all others. */
  static Dice of(long seed, long number) {
    return new Dice(mixed(mixed(seed) + number));
  }

  /** Finaliser of MurmurHash3: spreads every bit over all. */
  private static long mixed(long value) {
    long v = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    v = (v ^ (v >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return v ^ (v >>> 33);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  /** Waiting time with this mean, in whole days: mostly short, sometimes long. */
  int days(double mean) {
    return (int) Math.round(-mean * Math.log(1 - random.nextDouble()));
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** One of the choices, as often as its weight says. */
  <T> T weighted(List<Weighted<T>> choices) {
    int left = random.nextInt(choices.stream().mapToInt(Weighted::weight).sum());
    for (var choice : choices) {
      left -= choice.weight();
      if (left < 0) {
        return choice.value();
      }
    }
    throw new IllegalStateException("Weights have to be positive: " + choices);
  }

  /** A random UUID, version 4. */
  String uuid() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
    return new UUID(high, low).toString();
  }
}
