package org.icsregistry.registry.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * States of aggregates of all kinds that were used last, within a memory that they share.
 *
 * <p>The limit is one of memory and not of number, because a person of many years weighs a hundred
 * times what an application weighs. States that fill the heap do not fail: they leave the collector
 * of garbage so little that it takes most of the processor.
 */
final class RecentStates {

  /** What is left for everything else, such as commands under way, is three times as much. */
  private static final int SHARE = 4;

  /** What one event leaves in a state, in bytes: 310 in the mean of whole stories, measured. */
  private static final long PER_EVENT = 400;

  /** What a state and its entry here take without any event. */
  private static final long PER_STATE = 600;

  private final Cache<String, State<?>> states;

  private RecentStates(long bytes) {
    states =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((String _, State<?> state) -> state.weight())
            .recordStats()
            .build();
  }

  /** A committed state, and the number of the last event in it. */
  record State<T>(T root, long version) {

    private int weight() {
      return (int) Math.min(Integer.MAX_VALUE, PER_STATE + PER_EVENT * (version + 1));
    }
  }

  /** As many as fit into a quarter of the heap. */
  static RecentStates shareOf(long heap) {
    return within(heap / SHARE);
  }

  static RecentStates within(long bytes) {
    return new RecentStates(bytes);
  }

  void bindTo(MeterRegistry meters) {
    CaffeineCacheMetrics.monitor(meters, states, "aggregates");
  }

  /** Ids of different kinds never collide, see {@link AggregateKind}. */
  <T> @Nullable State<T> find(String aggregateId, Class<? extends T> kind) {
    var found = states.getIfPresent(aggregateId);
    return found == null ? null : new State<>(kind.cast(found.root), found.version);
  }

  void keep(String aggregateId, State<?> state) {
    states.put(aggregateId, state);
  }

  void forget(Collection<String> aggregateIds) {
    states.invalidateAll(aggregateIds);
  }
}
