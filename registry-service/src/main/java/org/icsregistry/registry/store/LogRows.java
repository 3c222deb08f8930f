package org.icsregistry.registry.store;

import static java.util.Objects.requireNonNull;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.log.tree.Rfc6962;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.CommandContext.Appended;
import org.icsregistry.registry.command.Shell;

/** The rows of one append, which all have the same time. */
record LogRows(List<Row> rows, Instant recordedAt) {

  /**
   * An event with its place, its entry as it is written once and for ever, and the entry's hash.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Row(
      DomainEventMessage<?> message,
      CommandContext context,
      String type,
      long index,
      String id,
      byte[] entry,
      byte[] leafHash) {

    static Row of(
        DomainEventMessage<?> message, byte[] payload, long index, String id, Instant recordedAt) {
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
      return new Row(message, context, type, index, id, entry, Rfc6962.leafHash(entry));
    }

    private String subject() {
      return context.origin().subject();
    }
  }

  List<byte[]> leafHashes() {
    return rows.stream().map(Row::leafHash).toList();
  }

  /** Tells each command where its events stand. */
  void tell() {
    rows.forEach(row -> row.context.appended(new Appended(row.id, row.type, row.index)));
  }

  /** Typed arrays, because the driver sends only these in binary. */
  Object[] values(Connection connection) throws SQLException {
    return new Object[] {
      OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC),
      array(connection, "int8", Row::index, Long[]::new),
      array(connection, "text", row -> row.message.getAggregateIdentifier(), String[]::new),
      array(connection, "int8", row -> row.message.getSequenceNumber(), Long[]::new),
      array(connection, "text", row -> row.message.getType(), String[]::new),
      array(connection, "text", Row::type, String[]::new),
      array(connection, "text", Row::subject, String[]::new),
      array(connection, "bytea", Row::leafHash, byte[][]::new),
      array(connection, "bytea", Row::entry, byte[][]::new)
    };
  }

  private <T> Array array(
      Connection connection, String type, Function<Row, T> column, IntFunction<T[]> array)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(column).toArray(array));
  }
}
