package org.icsregistry.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.icsregistry.registry.store.RecentStates.State;
import org.junit.jupiter.api.Test;

class RecentStatesTest {

  private static final int MEMORY = 1_000_000;
  private static final int MANY = 5_000;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RecentStates recent = new RecentStates(MEMORY, meters);

  @Test
  void aStateIsFound_untilItIsForgotten() {
    recent.keep("role:a", new State<>("state", 7));
    assertThat(recent.find("role:a", String.class)).isEqualTo(new State<>("state", 7));
    assertThat(recent.find("role:b", String.class)).isNull();
    recent.forget(List.of("role:a", "role:b"));
    assertThat(recent.find("role:a", String.class)).isNull();
    assertThat(looks("hit")).isEqualTo(1);
    assertThat(looks("miss")).isEqualTo(2);
  }

  /** A heap full of states would leave the collector nothing to work with. */
  @Test
  void theLongerTheHistories_theFewerStay_andTheLatest() {
    assertThat(stay(0)).isEqualTo(MEMORY / 1_000);
    assertThat(stay(99)).isEqualTo(MEMORY / 40_600);
    assertThat(stay(MEMORY)).isZero();
    assertThat(stay(0)).isEqualTo(MEMORY / 1_000);
  }

  @Test
  void whatIsUsed_staysLongerThanWhatIsNot() {
    keep(0, 0);
    for (int i = 1; i < MANY; i++) {
      keep(i, 0);
      assertThat(found(0)).isTrue();
    }
    assertThat(found(1)).isFalse();
  }

  @Test
  void newStatesOfTheSameAggregate_takeThePlaceOfTheOld() {
    IntStream.range(0, 500).forEach(i -> keep(i, 0));
    for (int version = 0; version < 200; version++) {
      keep(0, version);
    }
    assertThat(IntStream.range(0, 500).allMatch(this::found)).isTrue();
  }

  /** How many of many stay, each with events up to this version; they are the latest. */
  private long stay(long version) {
    IntStream.range(0, MANY).forEach(i -> keep(i, version));
    var stay = IntStream.range(0, MANY).filter(this::found).count();
    assertThat(IntStream.range(MANY - (int) stay, MANY).allMatch(this::found)).isTrue();
    return stay;
  }

  private void keep(int person, long version) {
    recent.keep("volunteer:" + person, new State<>("state", version));
  }

  private boolean found(int person) {
    return recent.find("volunteer:" + person, String.class) != null;
  }

  private double looks(String result) {
    return meters.get("cache.gets").tag("result", result).counter().count();
  }
}
