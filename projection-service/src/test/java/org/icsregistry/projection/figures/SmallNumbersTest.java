package org.icsregistry.projection.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SmallNumbersTest {

  @Test
  void fewerThanFive_areHeldBack_butNobodyIsShown() {
    assertThat(SmallNumbers.one(0)).isZero();
    assertThat(SmallNumbers.one(1)).isNull();
    assertThat(SmallNumbers.one(4)).isNull();
    assertThat(SmallNumbers.one(5)).isEqualTo(5);
  }

  @Test
  void whatIsLeftOfATotal_isNeverFewPeople_forSomebodyWhoKnowsOnePart() {
    var parts = SmallNumbers.parts(List.of(3L, 40L, 7L, 12L, 0L));
    assertThat(parts.shown()).containsExactly(null, 40L, null, null, 0L);
    assertThat(parts.total(62)).isEqualTo(62);
  }

  @Test
  void theTotalIsHeldBack_whereNothingElseHelps() {
    var parts = SmallNumbers.parts(List.of(3L, 200L));
    assertThat(parts.shown()).containsExactly(null, null);
    assertThat(parts.total(203)).isNull();
  }

  @Test
  void numbersThatAreLargeEnough_stayAsTheyAre() {
    var parts = SmallNumbers.parts(List.of(5L, 6L, 0L));
    assertThat(parts.shown()).containsExactly(5L, 6L, 0L);
    assertThat(parts.total(11)).isEqualTo(11);
  }

  /** Every small table, attacked by each partner in turn with what it knows of itself. */
  @Test
  void nobodyWorksOutASmallNumber_byTakingAwayWhatIsKnown() {
    for (long a = 0; a < 12; a++) {
      for (long b = 0; b < 12; b++) {
        for (long c = 0; c < 12; c++) {
          for (long d = 0; d < 12; d++) {
            attack(List.of(a, b, c, d));
          }
        }
      }
    }
  }

  @Test
  void numbers_areToTheNearestFive_andThoseBelowFiveHeldBack() {
    assertThat(Stream.of(0L, 5L, 7L, 8L, 12L, 13L).map(SmallNumbers::rounded))
        .containsExactly(0L, 5L, 5L, 10L, 10L, 15L);
    assertThat(LongStream.rangeClosed(1, 4).mapToObj(SmallNumbers::rounded)).containsOnlyNulls();
  }

  @Test
  void whoeverAsksAgain_seesNothingOfFourInFiveWhoCame() {
    long seen =
        LongStream.range(5, 1005)
            .filter(n -> SmallNumbers.nearest(n) != SmallNumbers.nearest(n + 1))
            .count();
    assertThat(seen).isEqualTo(200);
  }

  /**
   * Two partners whose numbers are shown, and how many different people they have to the nearest
   * five: how many have been cleared by both, and how many of one are not the other's, can never be
   * narrowed down to few.
   */
  @Test
  void aRoundedNumberOfDifferentPeople_neverSaysThatFewAreInBothParts() {
    for (long a = 5; a < 30; a++) {
      for (long b = 5; b <= a; b++) {
        for (long both = 0; both <= b; both++) {
          assertThat(possible(a, b, SmallNumbers.nearest(a + b - both)))
              .as("%s and %s with %s in both", a, b, both)
              .contains(both)
              .anyMatch(n -> n == 0 || n >= 5);
        }
      }
    }
  }

  /** How many can be in both parts, for somebody who sees both numbers and that of all. */
  private static List<Long> possible(long a, long b, long shown) {
    return LongStream.rangeClosed(0, Math.min(a, b))
        .filter(both -> SmallNumbers.nearest(a + b - both) == shown)
        .boxed()
        .toList();
  }

  private static void attack(List<Long> numbers) {
    long sum = numbers.stream().mapToLong(Long::longValue).sum();
    var parts = SmallNumbers.parts(numbers);
    if (parts.total(sum) == null) {
      return;
    }
    for (int own = 0; own < numbers.size(); own++) {
      long left = sum;
      for (int i = 0; i < numbers.size(); i++) {
        left -= i == own || parts.shown().get(i) != null ? numbers.get(i) : 0;
      }
      assertThat(left).as("%s as seen by part %s", numbers, own).matches(n -> n == 0 || n >= 5);
    }
  }
}
