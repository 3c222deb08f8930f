package org.icsregistry.registry.store;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.registry.command.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The event store behind Axon's interface: appends are staged for {@link LogAppender}, aggregates
 * are read by their own index. There is no tracking: everybody else reads the log from Kafka or
 * over HTTP, by log index.
 */
@Component
public class LogStorageEngine implements EventStorageEngine {

  /** Key of the resource of a root unit of work that holds its events. */
  private static final String RESOURCE = LogStorageEngine.class.getName();

  private final JdbcTemplate jdbc;

  LogStorageEngine(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Events of a root unit of work, in their order; filled when it commits. */
  static List<DomainEventMessage<?>> staged(UnitOfWork<?> root) {
    return root.getOrComputeResource(RESOURCE, _ -> new ArrayList<>());
  }

  /** Keeps the events with their unit of work; {@link DecisionUnit#append} writes them. */
  @Override
  public void appendEvents(List<? extends EventMessage<?>> events) {
    var staged = staged(CurrentUnitOfWork.get().root());
    events.forEach(event -> staged.add((DomainEventMessage<?>) event));
  }

  @Override
  public DomainEventStream readEvents(String aggregateId, long firstSequenceNumber) {
    List<DomainEventMessage<?>> events =
        jdbc.query(
            """
            select aggregate_type, aggregate_seq, event from event_log
            where aggregate_id = ? and aggregate_seq >= ? order by aggregate_seq
            """,
            (row, _) -> message(aggregateId, row.getString(1), row.getLong(2), row.getBytes(3)),
            aggregateId,
            firstSequenceNumber);
    return DomainEventStream.of(events);
  }

  /** The events of many aggregates, with one look at the store; those without any are there too. */
  Map<String, List<DomainEventMessage<?>>> readAll(Collection<String> aggregateIds) {
    var found = new HashMap<String, List<DomainEventMessage<?>>>();
    aggregateIds.forEach(id -> found.put(id, new ArrayList<>()));
    jdbc.query(
        """
        select aggregate_id, aggregate_type, aggregate_seq, event from event_log
        where aggregate_id = any (?) order by aggregate_id, aggregate_seq
        """,
        ps ->
            ps.setArray(
                1, ps.getConnection().createArrayOf("text", aggregateIds.toArray(String[]::new))),
        row -> {
          var id = row.getString(1);
          requireNonNull(found.get(id))
              .add(message(id, row.getString(2), row.getLong(3), row.getBytes(4)));
        });
    return found;
  }

  private static DomainEventMessage<?> message(
      String aggregateId, String aggregateType, long seq, byte[] entry) {
    var event = EventCodec.decode(entry);
    return new GenericDomainEventMessage<>(
        aggregateType, aggregateId, seq, event.data(), Map.of(Shell.SUBJECT, event.subject()));
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      @Nullable TrackingToken token, boolean mayBlock) {
    throw new UnsupportedOperationException(
        "The log is followed by log index, from Kafka or over HTTP");
  }

  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    throw new UnsupportedOperationException(
        "Streams are short; there are no snapshots, which would copy personal data");
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
    return Optional.empty();
  }
}
