package org.icsregistry.projection.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of people from 1 to 4 are not shown, because they could point to somebody (the registry's
 * domain reference, 6.6 and 7: suppress below 5). Where the exact number is not needed, all others
 * are shown to the nearest five, so that asking twice does not say that one person came or went
 * (NHS Digital's method for Hospital Episode Statistics).
 */
public final class SmallNumbers {

  /** The smallest number that is shown, apart from 0. */
  public static final long LEAST = 5;

  /** Numbers as they are shown; those that are held back at the end. */
  public static final Comparator<@Nullable Long> LARGEST_FIRST =
      Comparator.nullsLast(Comparator.<Long>reverseOrder());

  private SmallNumbers() {}

  /** One number by itself; null when it is held back. */
  public static @Nullable Long one(long number) {
    return number > 0 && number < LEAST ? null : Long.valueOf(number);
  }

  /** One number by itself, to the nearest five; null when it is held back. */
  public static @Nullable Long rounded(long number) {
    return one(number) == null ? null : Long.valueOf(nearest(number));
  }

  /** The nearest multiple of five, also of something that people do. */
  public static long nearest(long number) {
    return (number + LEAST / 2) / LEAST * LEAST;
  }

  /**
   * Parts of a total as they may be shown beside it.
   *
   * @param totalShown whether the total may be shown; without it the parts that are shown tell
   *     nothing about the others
   */
  public record Parts(List<@Nullable Long> shown, boolean totalShown) {

    /** The total as it may be shown. */
    public @Nullable Long total(long number) {
      return totalShown ? one(number) : null;
    }

    /** The parts, each to the nearest five. */
    public List<@Nullable Long> rounded() {
      var rounded = new ArrayList<@Nullable Long>();
      shown.forEach(number -> rounded.add(number == null ? null : nearest(number)));
      return rounded;
    }

    /** The total as it may be shown, to the nearest five. */
    public @Nullable Long roundedTotal(long number) {
      return totalShown ? SmallNumbers.rounded(number) : null;
    }
  }

  /**
   * Where a part is held back, so many others are too that those which are left of the total when
   * all that is shown is taken away stay at least five people for somebody who knows one of the
   * parts, as a partner knows its own. Where that cannot be had the total is held back.
   */
  public static Parts parts(List<Long> numbers) {
    var shown = new ArrayList<@Nullable Long>();
    numbers.forEach(number -> shown.add(one(number)));
    if (!shown.contains(null)) {
      return new Parts(shown, true);
    }
    while (hidden(numbers, shown) < LEAST) {
      int next = smallest(shown);
      if (next < 0) {
        return new Parts(shown, false);
      }
      shown.set(next, null);
    }
    return new Parts(shown, true);
  }

  /** What is held back beside the largest part of it. */
  private static long hidden(List<Long> numbers, List<@Nullable Long> shown) {
    long sum = 0;
    long largest = 0;
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i) == null) {
        sum += numbers.get(i);
        largest = Math.max(largest, numbers.get(i));
      }
    }
    return sum - largest;
  }

  /** Place of the smallest number above 0 that is shown; -1 when there is none. */
  private static int smallest(List<@Nullable Long> shown) {
    int found = -1;
    long least = Long.MAX_VALUE;
    for (int i = 0; i < shown.size(); i++) {
      var number = shown.get(i);
      if (number != null && number > 0 && number < least) {
        found = i;
        least = number;
      }
    }
    return found;
  }
}
