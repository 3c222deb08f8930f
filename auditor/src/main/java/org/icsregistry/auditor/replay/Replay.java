package org.icsregistry.auditor.replay;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.icsregistry.auditor.source.Entry;
import org.icsregistry.auditor.source.EntryFlow;
import org.icsregistry.auditor.source.FlowAhead;
import org.icsregistry.auditor.source.LogSource;
import org.icsregistry.auditor.terminal.Progress;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.envelope.UnknownEventTypeException;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.tree.Frontier;
import org.icsregistry.log.tree.Rfc6962;
import org.jspecify.annotations.Nullable;

/**
 * Folds a log up to a place, and reads on to the end of a checkpoint to see that what was folded is
 * what was signed.
 */
final class Replay {
  private final History history;
  private final AsOf asOf;
  private Frontier tree = Frontier.empty();
  private long lastIndex = -1;
  private Instant lastRecordedAt = Instant.EPOCH;
  private long unknown;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Read(byte[] leafHash, Optional<RecordedEvent> event) {
    private static Read of(byte[] entry) {
      try {
        return new Read(Rfc6962.leafHash(entry), Optional.of(EventCodec.decode(entry)));
      } catch (UnknownEventTypeException e) {
        return new Read(Rfc6962.leafHash(entry), Optional.empty());
      }
    }
  }

  Replay(@Nullable String subject, AsOf asOf) {
    this.history = new History(subject);
    this.asOf = asOf;
  }

  /**
   * Reads all that the checkpoint covers.
   *
   * @return whether it leads to the signed root
   */
  boolean run(LogSource source, Checkpoint signed, PrintWriter terminal) {
    Progress progress = new Progress(terminal, "Replayed", signed.size());
    try (EntryFlow flow = new FlowAhead(source.entries(0, signed.size()))) {
      for (List<Entry> some = flow.next(); !some.isEmpty(); some = flow.next()) {
        List<Read> read = some.parallelStream().map(Entry::bytes).map(Read::of).toList();
        tree = tree.plus(read.stream().map(Read::leafHash).toList());
        read.forEach(this::fold);
        progress.at(tree.size());
      }
    }
    progress.end(tree.size());
    return tree.size() == signed.size() && Arrays.equals(tree.root(), signed.root());
  }

  private void fold(Read read) {
    if (read.event().isEmpty()) {
      unknown++;
      return;
    }
    RecordedEvent event = read.event().get();
    if (asOf.covers(event)) {
      history.apply(event);
      lastIndex = event.logIndex();
      lastRecordedAt = event.recordedAt();
    }
  }

  History history() {
    return history;
  }

  /** Events of types that this release does not know. */
  long unknown() {
    return unknown;
  }

  Cut cut() {
    return asOf instanceof AsOf.AtMoment(Instant moment)
        ? new Cut(lastIndex, moment)
        : new Cut(lastIndex, lastRecordedAt);
  }
}
