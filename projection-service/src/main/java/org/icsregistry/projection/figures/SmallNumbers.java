package org.icsregistry.projection.figures;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of people from 1 to 4 are not shown, because they could point to somebody (the registry's
 * domain reference, 6.6 and 7: suppress below 5). Where exactly one of several is held back, the
 * next smallest is too, so that it cannot be had by taking the others from the total.
 */
public final class SmallNumbers {

  /** The smallest number that is shown, apart from 0. */
  public static final long LEAST = 5;

  private SmallNumbers() {}

  /** One number by itself; null when it is held back. */
  public static @Nullable Long one(long number) {
    return number > 0 && number < LEAST ? null : Long.valueOf(number);
  }

  /** Numbers that make up a total which may be known. */
  public static List<@Nullable Long> row(List<Long> numbers) {
    var shown = new ArrayList<@Nullable Long>();
    numbers.forEach(number -> shown.add(one(number)));
    if (shown.stream().filter(n -> n == null).count() == 1) {
      int next = smallest(shown);
      if (next >= 0) {
        shown.set(next, null);
      }
    }
    return shown;
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
