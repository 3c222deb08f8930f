package org.icsregistry.registry.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * States of aggregates of all kinds that were used last, within a memory that they share. Used by
 * the one thread that decides.
 *
 * <p>The limit is one of memory and not of number, because a person of many years weighs a hundred
 * times what an application weighs. States that fill the heap do not fail: they leave the collector
 * of garbage so little that it takes most of the processor.
 *
 * <p>Whoever was used longest ago goes first. Commands about a person come close together, so the
 * newest are those that will be wanted; a cache that weighs how often it was asked for something
 * lets go of them in favour of people who are done.
 */
final class RecentStates {

  /** What is left for everything else, such as commands under way, is three times as much. */
  private static final int SHARE = 4;

  /** What one event leaves in a state, in bytes: 310 in the mean of whole stories, measured. */
  private static final long PER_EVENT = 400;

  /** What a state and its entry here take without any event. */
  private static final long PER_STATE = 600;

  private final long bytes;
  private final Counter hits;
  private final Counter misses;
  private final LinkedHashMap<String, State<?>> states = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  /**
   * @param bytes what all states may weigh together
   */
  RecentStates(long bytes, MeterRegistry meters) {
    this.bytes = bytes;
    this.hits = meters.counter("cache.gets", "cache", "aggregates", "result", "hit");
    this.misses = meters.counter("cache.gets", "cache", "aggregates", "result", "miss");
  }

  /** A committed state, and the number of the last event in it. */
  record State<T>(T root, long version) {

    private long weight() {
      return PER_STATE + PER_EVENT * (version + 1);
    }
  }

  /** As many as fit into a quarter of the heap. */
  static RecentStates shareOf(long heap, MeterRegistry meters) {
    return new RecentStates(heap / SHARE, meters);
  }

  /** Ids of different kinds never collide, see {@link AggregateKind}. */
  <T> @Nullable State<T> find(String aggregateId, Class<? extends T> kind) {
    var found = states.get(aggregateId);
    if (found == null) {
      misses.increment();
      return null;
    }
    hits.increment();
    return new State<>(kind.cast(found.root), found.version);
  }

  void keep(String aggregateId, State<?> state) {
    weight += state.weight() - weight(states.put(aggregateId, state));
    var eldest = states.values().iterator();
    while (weight > bytes) {
      weight -= eldest.next().weight();
      eldest.remove();
    }
  }

  void forget(Collection<String> aggregateIds) {
    aggregateIds.forEach(id -> weight -= weight(states.remove(id)));
  }

  private static long weight(@Nullable State<?> state) {
    return state == null ? 0 : state.weight();
  }
}
