package org.icsregistry.registry.store;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.log.tree.Rfc6962;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.CommandContext.Appended;
import org.icsregistry.registry.command.Shell;

/** The rows of one append, column by column, as {@code unnest} takes them. */
final class LogRows {

  private final List<Long> indexes;
  private final List<String> aggregateIds;
  private final List<Long> sequences;
  private final List<String> aggregateTypes;
  private final List<String> types;
  private final List<String> subjects;
  private final List<byte[]> leafHashes;
  private final List<byte[]> entries;
  private final Instant recordedAt;

  LogRows(int size, Instant recordedAt) {
    this.recordedAt = recordedAt;
    indexes = new ArrayList<>(size);
    aggregateIds = new ArrayList<>(size);
    sequences = new ArrayList<>(size);
    aggregateTypes = new ArrayList<>(size);
    types = new ArrayList<>(size);
    subjects = new ArrayList<>(size);
    leafHashes = new ArrayList<>(size);
    entries = new ArrayList<>(size);
  }

  List<byte[]> leafHashes() {
    return leafHashes;
  }

  /**
   * Writes the entry, the only time it is written, and tells the command where its event stands.
   */
  void add(DomainEventMessage<?> message, byte[] payload, long index, String id) {
    var event = (Event) message.getPayload();
    var context = (CommandContext) requireNonNull(message.getMetaData().get(Shell.CONTEXT));
    var origin = context.origin();
    var type = MessageTypes.nameOf(event.getClass());
    var signature = origin.signedBy() == null ? null : origin.signedBy().forLog();
    var entry =
        EventCodec.encode(
            new RecordedEvent(
                index,
                id,
                origin.sender(),
                origin.subject(),
                recordedAt,
                origin.actor(),
                origin.correlationId(),
                origin.commandId(),
                event,
                signature),
            payload);
    if (entry.length > EventCodec.MAX_ENTRY_BYTES) {
      throw new EntryTooLargeException(type, entry.length);
    }
    indexes.add(index);
    aggregateIds.add(message.getAggregateIdentifier());
    sequences.add(message.getSequenceNumber());
    aggregateTypes.add(message.getType());
    types.add(type);
    subjects.add(origin.subject());
    leafHashes.add(Rfc6962.leafHash(entry));
    entries.add(entry);
    context.appended(new Appended(id, type, index));
  }

  /** Typed arrays, because the driver sends only these in binary. */
  int bind(PreparedStatement statement) throws SQLException {
    Connection c = statement.getConnection();
    statement.setObject(1, OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC));
    statement.setArray(2, c.createArrayOf("int8", indexes.toArray(Long[]::new)));
    statement.setArray(3, c.createArrayOf("text", aggregateIds.toArray(String[]::new)));
    statement.setArray(4, c.createArrayOf("int8", sequences.toArray(Long[]::new)));
    statement.setArray(5, c.createArrayOf("text", aggregateTypes.toArray(String[]::new)));
    statement.setArray(6, c.createArrayOf("text", types.toArray(String[]::new)));
    statement.setArray(7, c.createArrayOf("text", subjects.toArray(String[]::new)));
    statement.setArray(8, c.createArrayOf("bytea", leafHashes.toArray(byte[][]::new)));
    statement.setArray(9, c.createArrayOf("bytea", entries.toArray(byte[][]::new)));
    return statement.executeUpdate();
  }
}
