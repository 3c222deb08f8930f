package org.icsregistry.projection.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
  void oneHeldBackAmongSeveral_takesTheNextSmallestWithIt() {
    assertThat(SmallNumbers.row(List.of(3L, 40L, 7L, 0L))).containsExactly(null, 40L, null, 0L);
  }

  @Test
  void twoHeldBack_hideEachOther() {
    assertThat(SmallNumbers.row(List.of(3L, 40L, 2L))).containsExactly(null, 40L, null);
  }

  @Test
  void numbersThatAreLargeEnough_stayAsTheyAre() {
    assertThat(SmallNumbers.row(List.of(5L, 6L, 0L))).containsExactly(5L, 6L, 0L);
  }
}
