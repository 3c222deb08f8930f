package org.icsregistry.auditor.fsck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.icsregistry.auditor.finding.CopyFinding;
import org.icsregistry.auditor.finding.EntryFinding;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.auditor.terminal.Progress;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.MalformedEntryException;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.envelope.UnknownEventTypeException;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.log.Strict;
import org.icsregistry.log.tree.Frontier;
import org.icsregistry.log.tree.Rfc6962;
import org.jspecify.annotations.Nullable;

/** Reads the event store from its first row to its last and holds everything beside it. */
final class StoreCheck {
  private static final String ROWS =
      "select log_index, type, subject, leaf_hash, event from event_log order by log_index";

  private final Findings findings;
  private final Optional<TopicCopy> topic;
  private final Optional<ReadModels> models;
  private final Progress progress;
  private final List<Signed> signed = new ArrayList<>();
  private Iterator<Signed> nextSigned = signed.iterator();
  private Frontier tree = Frontier.empty();
  private long expected;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Signed(long size, byte[] root) {}

  StoreCheck(
      Findings findings,
      Optional<TopicCopy> topic,
      Optional<ReadModels> models,
      Progress progress) {
    this.findings = findings;
    this.topic = topic;
    this.models = models;
    this.progress = progress;
  }

  /** The number of rows. */
  static long size(Database registry) {
    List<Long> size = new ArrayList<>();
    registry.each("select count(*) from event_log", row -> size.add(row.getLong(1)));
    return size.getFirst();
  }

  void run(Database registry) {
    registry.each(
        "select size, root from checkpoint order by size",
        row -> signed.add(new Signed(row.getLong(1), row.getBytes(2))));
    nextSigned = signed.iterator();
    pass(nextSigned.hasNext() ? nextSigned.next() : null, registry);
    registry.each("select size, frontier from log_head", this::head);
    models.ifPresent(m -> m.compare(expected, findings));
    progress.end(expected);
  }

  private void pass(@Nullable Signed first, Database registry) {
    Awaited awaited = new Awaited(first);
    registry.each(
        ROWS,
        row -> {
          row(row);
          awaited.check();
        });
    awaited.end();
  }

  /** The checkpoint that comes next. */
  private final class Awaited {
    private @Nullable Signed next;

    private Awaited(@Nullable Signed first) {
      this.next = first;
    }

    private void check() {
      Signed checkpoint = next;
      if (checkpoint != null && checkpoint.size() == tree.size()) {
        if (!Arrays.equals(checkpoint.root(), tree.root())) {
          findings.add(
              new CopyFinding.StoreBroken(
                  "checkpoint of size " + checkpoint.size(),
                  "root " + Strict.base64(checkpoint.root()),
                  "rows with root " + Strict.base64(tree.root())));
        }
        next = nextSigned.hasNext() ? nextSigned.next() : null;
      }
    }

    private void end() {
      if (next != null) {
        findings.add(
            new CopyFinding.StoreBroken(
                "checkpoint of size " + next.size(), "that many rows", tree.size() + " rows"));
      }
    }
  }

  private void row(ResultSet row) throws SQLException {
    long index = row.getLong(1);
    byte[] leafHash = row.getBytes(4);
    byte[] event = row.getBytes(5);
    if (index != expected) {
      findings.add(
          new CopyFinding.RowBroken("store", expected, "the row of this index", "row " + index));
      expected = index;
    }
    byte[] hash = Rfc6962.leafHash(event);
    if (!Arrays.equals(leafHash, hash)) {
      broken(index, "leaf_hash " + Strict.base64(leafHash), "an event with " + Strict.base64(hash));
    }
    tree = tree.plus(List.of(hash));
    topic.ifPresent(copy -> copy.compare(index, event));
    inside(index, hash, event, row.getString(2), row.getString(3));
    progress.at(++expected);
  }

  private void inside(long index, byte[] hash, byte[] bytes, String type, String subject) {
    try {
      RecordedEvent event = EventCodec.decode(bytes);
      String inside = MessageTypes.nameOf(event.data().getClass());
      if (event.logIndex() != index) {
        broken(index, "logindex " + index, "logindex " + event.logIndex());
      }
      if (!inside.equals(type)) {
        broken(index, "type " + type, "an event of type " + inside);
      }
      if (!event.subject().equals(subject)) {
        broken(index, "the subject of the row", "an event about another one");
      }
      models.ifPresent(m -> m.event(index, hash, event));
    } catch (UnknownEventTypeException e) {
      findings.add(new EntryFinding.UnknownType("store", index));
    } catch (MalformedEntryException e) {
      broken(index, "an event", "bytes that are none");
    }
  }

  private void head(ResultSet row) throws SQLException {
    if (row.getLong(1) != tree.size()) {
      findings.add(
          new CopyFinding.StoreBroken(
              "log_head", "size %d".formatted(row.getLong(1)), tree.size() + " rows"));
    } else if (!Arrays.equals(row.getBytes(2), tree.bytes())) {
      findings.add(
          new CopyFinding.StoreBroken("log_head", "its frontier", "rows that make another one"));
    }
  }

  private void broken(long index, String expectation, String received) {
    findings.add(new CopyFinding.RowBroken("store", index, expectation, received));
  }
}
