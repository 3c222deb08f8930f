package org.icsregistry.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.icsregistry.registry.store.RecentStates.State;
import org.junit.jupiter.api.Test;

class RecentStatesTest {

  private static final int MEMORY = 1_000_000;

  @Test
  void aStateIsFound_untilItIsForgotten() {
    var recent = RecentStates.within(MEMORY);
    recent.keep("role:a", new State<>("state", 7));
    assertThat(recent.find("role:a", String.class)).isEqualTo(new State<>("state", 7));
    assertThat(recent.find("role:b", String.class)).isNull();
    recent.forget(List.of("role:a"));
    assertThat(recent.find("role:a", String.class)).isNull();
  }

  /** A heap full of states would leave the collector nothing to work with. */
  @Test
  void theLongerTheHistories_theFewerStay() {
    assertThat(stay(0)).isBetween(500L, 1_000L);
    assertThat(stay(99)).isBetween(12L, 25L);
  }

  @Test
  void oneThatIsLargerThanTheMemory_isNotKept() {
    assertThat(stay(MEMORY)).isZero();
  }

  /** How many of five thousand, each with events up to this version. */
  private static long stay(long version) {
    var recent = RecentStates.within(MEMORY);
    var meters = new SimpleMeterRegistry();
    recent.bindTo(meters);
    IntStream.range(0, 5_000)
        .forEach(i -> recent.keep("volunteer:" + i, new State<>("state", version)));
    await().until(() -> kept(recent) * (version + 1) * 400 <= MEMORY);
    assertThat(meters.get("cache.evictions").functionCounter().count()).isGreaterThan(0);
    return kept(recent);
  }

  private static long kept(RecentStates recent) {
    return IntStream.range(0, 5_000)
        .filter(i -> recent.find("volunteer:" + i, String.class) != null)
        .count();
  }
}
