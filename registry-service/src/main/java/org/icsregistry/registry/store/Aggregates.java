package org.icsregistry.registry.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.LockAwareAggregate;
import org.icsregistry.registry.store.RecentStates.State;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates of one kind, the recently used ones from memory.
 *
 * <p>One thread decides all batches of this process, so there are no locks; what another process
 * appends meanwhile is found when the batch is appended. {@link RecentStates} are committed ones:
 * what a batch touches leaves them and returns when the transaction has committed. Until then the
 * next batch finds it among the states that are under way; if the transaction fails, everything
 * under way is dropped, because it rests on what failed.
 */
public final class Aggregates<T> extends EventSourcingRepository<T> {

  /** Version of an aggregate without events. */
  private static final long NONE = -1;

  private final EventStore store;
  private final EventStorageEngine engine;
  private final RecentStates recent;
  private final Map<String, Touched<T>> touched = new HashMap<>();
  private final Map<String, UnderWay<T>> underWay = new HashMap<>();
  private final Set<String> looked = new HashSet<>();
  private final Map<String, Long> lookedBy = new HashMap<>();
  private final Map<String, List<DomainEventMessage<?>>> fetched = new HashMap<>();

  /** A state that a decided unit has led to and that is not committed yet. */
  private record UnderWay<T>(State<T> state, long unit) {}

  /** What commands of the batch went to, and its version before them. */
  private record Touched<T>(EventSourcedAggregate<T> aggregate, long before) {

    long version() {
      return Objects.requireNonNullElse(aggregate.version(), NONE);
    }
  }

  private Aggregates(
      Builder<T> builder, EventStore store, EventStorageEngine engine, RecentStates recent) {
    super(builder);
    this.store = store;
    this.engine = engine;
    this.recent = recent;
  }

  /**
   * @param create makes an empty aggregate with this aggregate id
   * @param recent committed states of this and other kinds that stay in memory
   */
  public static <T> Aggregates<T> of(
      Class<T> type,
      Function<String, T> create,
      EventStore store,
      EventStorageEngine engine,
      RecentStates recent) {
    AggregateFactory<T> factory =
        new AggregateFactory<>() {
          @Override
          public T createAggregateRoot(String id, DomainEventMessage<?> firstEvent) {
            return create.apply(id);
          }

          @Override
          public Class<T> getAggregateType() {
            return type;
          }
        };
    Builder<T> builder =
        EventSourcingRepository.builder(type)
            .eventStore(store)
            .aggregateFactory(factory)
            .lockFactory(NullLockFactory.INSTANCE);
    return new Aggregates<>(builder, store, engine, recent);
  }

  /**
   * The committed or, within the batch, the newest state of an aggregate that a decision only looks
   * at.
   */
  public Optional<T> look(String aggregateId) {
    var managed = managedAggregates(CurrentUnitOfWork.get()).get(aggregateId);
    if (managed != null) {
      return Optional.of(managed.invoke(Function.identity()));
    }
    looked.add(aggregateId);
    var cached = cached(aggregateId);
    ReadSet.current().note(aggregateId, cached == null ? NONE : cached.version());
    return Optional.ofNullable(cached).map(State::root);
  }

  /**
   * Aggregates that got no event: their commands were refused because of a state that may be an old
   * one.
   */
  void noteUnchanged() {
    touched.forEach((id, t) -> {
      if (t.version() == t.before) {
        ReadSet.current().note(id, t.before);
      }
    });
  }

  /** Whether the newest state is in memory. */
  boolean atHand(String aggregateId) {
    return underWay.containsKey(aggregateId)
        || recent.find(aggregateId, getAggregateType()) != null;
  }

  /** What was read for the unit that is to be decided now. */
  void fetched(String aggregateId, List<DomainEventMessage<?>> events) {
    fetched.put(aggregateId, events);
  }

  /** A unit is decided: what it touched is the newest state, though not committed. */
  void decided(long unit) {
    touched.forEach((id, t) -> {
      if (t.version() > NONE) {
        var state = new State<>(t.aggregate.getAggregateRoot(), t.version());
        underWay.put(id, new UnderWay<>(state, unit));
      }
    });
    looked.forEach(id -> lookedBy.put(id, unit));
    touched.clear();
    looked.clear();
    fetched.clear();
  }

  /** A unit's transaction has committed; states that a later unit has touched wait for that one. */
  void committed(long unit) {
    underWay
        .entrySet()
        .removeIf(entry -> {
          var own = entry.getValue().unit == unit;
          if (own) {
            recent.keep(entry.getKey(), entry.getValue().state);
          }
          return own;
        });
    lookedBy.values().removeIf(by -> by <= unit);
  }

  /**
   * All that is under way is undone, or rested on states that are not the newest: everything it saw
   * is read again.
   */
  void rolledBack() {
    recent.forget(touched.keySet());
    recent.forget(underWay.keySet());
    recent.forget(looked);
    recent.forget(lookedBy.keySet());
    touched.clear();
    underWay.clear();
    looked.clear();
    lookedBy.clear();
    fetched.clear();
  }

  @Override
  protected LockAwareAggregate<T, EventSourcedAggregate<T>> doLoadOrCreate(
      String aggregateId, Callable<T> factory) throws Exception {
    var cached = cached(aggregateId);
    recent.forget(Set.of(aggregateId));
    var aggregate =
        cached == null ? doCreateNewForLock(factory) : reconstruct(cached.root(), cached.version());
    touched.put(aggregateId, new Touched<>(aggregate, cached == null ? NONE : cached.version()));
    return new LockAwareAggregate<>(aggregate, NullLockFactory.INSTANCE.obtainLock(aggregateId));
  }

  /**
   * Past the staged events of the batch: aggregates that have any are managed already and never
   * read again.
   */
  @Override
  protected DomainEventStream readEvents(String aggregateId) {
    var events = fetched.remove(aggregateId);
    return events == null ? engine.readEvents(aggregateId, 0) : DomainEventStream.of(events);
  }

  private @Nullable State<T> cached(String aggregateId) {
    var pending = underWay.get(aggregateId);
    if (pending != null) {
      return pending.state;
    }
    State<T> hit = recent.find(aggregateId, getAggregateType());
    if (hit != null) {
      return hit;
    }
    var events = readEvents(aggregateId);
    if (!events.hasNext()) {
      return null;
    }
    var aggregate =
        reconstruct(getAggregateFactory().createAggregateRoot(aggregateId, events.peek()), NONE);
    aggregate.initializeState(events);
    var read = new State<>(aggregate.getAggregateRoot(), aggregate.version());
    recent.keep(aggregateId, read);
    return read;
  }

  private EventSourcedAggregate<T> reconstruct(T root, long version) {
    return EventSourcedAggregate.reconstruct(
        root,
        aggregateModel(),
        version,
        false,
        store,
        NoSnapshotTriggerDefinition.INSTANCE.prepareTrigger(getAggregateType()));
  }
}
