package org.icsregistry.registry.store;

import static java.util.Objects.requireNonNull;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.log.tree.Frontier;
import org.icsregistry.registry.exchange.Exchange;
import org.icsregistry.registry.store.LogRows.Row;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appends a batch of events: one lock, one insert, one new head. The caller's transaction commits
 * it.
 */
@Component
public class LogAppender {

  private static final String INSERT =
      """
      insert into event_log
        (log_index, aggregate_id, aggregate_seq, aggregate_type, type, subject, recorded_at, leaf_hash, event)
      select r.log_index, r.aggregate_id, r.aggregate_seq, r.aggregate_type, r.type, r.subject, ?, r.leaf_hash, r.event
      from unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[])
        as r (log_index, aggregate_id, aggregate_seq, aggregate_type, type, subject, leaf_hash, event)
      """;

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  LogAppender(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The head of the log as it stands under its lock. */
  private record Head(Frontier tree, Instant lastRecordedAt) {

    static Head of(ResultSet row) throws SQLException {
      var last = row.getObject("last_recorded_at", OffsetDateTime.class);
      return new Head(Frontier.of(row.getLong("size"), row.getBytes("frontier")), last.toInstant());
    }
  }

  /**
   * Gives each event its place. Payloads are written before the lock is taken, so that it is held
   * for the insert only.
   *
   * @param exchange gets the statements that write; a duplicate key there means that another writer
   *     appended to the same aggregate
   * @throws StaleDecisionException when another writer changed what the batch rests on
   * @throws EntryTooLargeException when an event does not fit into an entry
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(
      List<? extends DomainEventMessage<?>> events, ReadSet readSet, Exchange exchange) {
    var payloads =
        events.parallelStream().map(e -> EventCodec.payload((Event) e.getPayload())).toList();
    var head = lock(readSet);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var recordedAt = now.isBefore(head.lastRecordedAt()) ? head.lastRecordedAt() : now;
    var rows = rows(events, payloads, head.tree().size(), recordedAt);
    rows.tell();
    var frontier = head.tree().plus(rows.leafHashes());
    exchange
        .with(INSERT, rows::values)
        .with(
            "update log_head set size = ?, frontier = ?, last_recorded_at = ?",
            _ ->
                new Object[] {
                  frontier.size(),
                  frontier.bytes(),
                  OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC)
                });
  }

  /** What is compared with the read set is read when the lock is held, by a statement after it. */
  private Head lock(ReadSet readSet) {
    var head = new ArrayList<Head>(1);
    var exchange =
        new Exchange()
            .with(
                "select size, frontier, greatest(last_recorded_at, '1970-01-01Z') as last_recorded_at from log_head for update",
                _ -> new Object[0],
                row -> head.add(Head.of(row)));
    compare(readSet, exchange);
    exchange.send(jdbc);
    return head.getFirst();
  }

  /** On all processors, because the whole line waits for it. */
  private LogRows rows(
      List<? extends DomainEventMessage<?>> events,
      List<byte[]> payloads,
      long first,
      Instant recordedAt) {
    var eventIds = events.stream().map(_ -> ids.generate().toString()).toList();
    var places = IntStream.range(0, events.size()).boxed().toList();
    var rows =
        Spread.of(places)
            .map(
                i -> Row.of(events.get(i), payloads.get(i), first + i, eventIds.get(i), recordedAt))
            .toList();
    return new LogRows(rows, recordedAt);
  }

  /**
   * @throws StaleDecisionException when another writer changed what the batch rests on
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void refuseIfStale(ReadSet readSet) {
    var exchange = new Exchange();
    compare(readSet, exchange);
    exchange.send(jdbc);
  }

  private static void compare(ReadSet readSet, Exchange exchange) {
    var expected = readSet.versions();
    if (expected.isEmpty()) {
      return;
    }
    exchange.with(
        """
        select k.id, coalesce((select e.aggregate_seq from event_log e where e.aggregate_id = k.id
                               order by e.aggregate_seq desc limit 1), -1)
        from unnest(?::text[]) as k (id)
        """,
        connection ->
            new Object[] {
              connection.createArrayOf("text", expected.keySet().toArray(String[]::new))
            },
        row -> {
          if (row.getLong(2) != requireNonNull(expected.get(row.getString(1)))) {
            throw new StaleDecisionException(
                "Another writer changed an aggregate that a decision looked at");
          }
        });
  }
}
