package org.icsregistry.auditor.verify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import org.icsregistry.auditor.finding.CopyFinding;
import org.icsregistry.auditor.finding.EntryFinding;
import org.icsregistry.auditor.finding.Finding;
import org.icsregistry.auditor.source.Entry;
import org.icsregistry.auditor.source.EntryFlow;
import org.icsregistry.auditor.source.FlowAhead;
import org.icsregistry.auditor.source.LogSource;
import org.icsregistry.auditor.verify.Difference.Removed;
import org.icsregistry.log.LogException;
import org.icsregistry.log.kafka.DuplicateIndexException;
import org.icsregistry.log.kafka.IndexOrderException;
import org.icsregistry.log.kafka.MissingIndexException;
import org.jspecify.annotations.Nullable;

/** Reads all entries of one source and holds them against what is expected. */
final class SourceCheck implements Alignment.Listener, AutoCloseable {
  private static final int BATCHES_AHEAD = 8;

  private final LogSource source;
  private final Alignment.Expectation expectation;
  private final Track track;
  private final Alignment alignment;
  private final EntryFlow flow;
  private final long end;
  private final Optional<Inside> inside;
  private final Consumer<Finding> findings;
  private final Consumer<Difference> differences;
  private final Deque<ForkJoinTask<List<Examined>>> examined = new ArrayDeque<>();
  private @Nullable LogException defect;
  private boolean exhausted;
  private boolean ended;

  /**
   * @param inside who says what is wrong inside events; once is enough for all sources
   */
  SourceCheck(
      LogSource source,
      Alignment.Expectation expectation,
      Track track,
      Span span,
      Optional<Inside> inside,
      Consumer<Finding> findings,
      Consumer<Difference> differences) {
    this.source = source;
    this.expectation = expectation;
    this.track = track;
    this.end = span.end();
    this.inside = inside;
    this.findings = findings;
    this.differences = differences;
    this.alignment = new Alignment(source.name(), expectation, span.from(), span.end(), this);
    this.flow = new FlowAhead(source.entries(span.from(), span.end()));
  }

  /** Indexes from one to before another. */
  record Span(long from, long end) {}

  /** Reads some more. */
  void step() {
    lookAhead();
    ForkJoinTask<List<Examined>> next = examined.poll();
    if (next != null) {
      alignment.offer(next.join());
      return;
    }
    ended = true;
    finish();
  }

  /** Several batches are examined at a time, while the one before them is being aligned. */
  private void lookAhead() {
    while (!exhausted && examined.size() < BATCHES_AHEAD) {
      try {
        List<Entry> entries = flow.next();
        exhausted = entries.isEmpty();
        if (!exhausted) {
          examined.add(
              ForkJoinPool.commonPool().submit(() -> entries.stream().map(Examined::of).toList()));
        }
      } catch (LogException e) {
        exhausted = true;
        defect = e;
      }
    }
  }

  boolean ended() {
    return ended;
  }

  long position() {
    return alignment.position();
  }

  String name() {
    return source.name();
  }

  Track track() {
    return track;
  }

  @Override
  public void entry(long index, Examined entry, boolean asExpected) {
    track.leaf(entry.leafHash());
    if (entry.wrongKey()) {
      findings.accept(new EntryFinding.WrongKey(source.name(), index));
    }
    // What an altered event says is beside the point: the difference is reported.
    if (asExpected || expectation.leafHash(index) == null) {
      inside.ifPresent(look -> look.at(index, entry));
    }
  }

  @Override
  public void difference(Difference difference) {
    if (difference.kind() instanceof Removed) {
      track.broken();
    }
    differences.accept(difference);
  }

  private void finish() {
    alignment.finish();
    if (defect != null) {
      track.broken();
      findings.accept(named(defect));
    } else if (alignment.position() < end) {
      track.broken();
      findings.accept(new EntryFinding.EntriesMissing(source.name(), alignment.position(), end));
    }
  }

  private Finding named(LogException e) {
    String message = String.valueOf(e.getMessage());
    return switch (e) {
      case MissingIndexException missing ->
          new EntryFinding.EntryRemoved(source.name(), missing.index(), CopyFinding.TOPIC_ALONE);
      case DuplicateIndexException twice ->
          new CopyFinding.IndexTwice(source.name(), twice.index(), message);
      case IndexOrderException order ->
          new CopyFinding.PartitionDisordered(source.name(), order.index(), message);
      default -> new CopyFinding.RecordMalformed(source.name(), alignment.position(), message);
    };
  }

  @Override
  public void close() {
    flow.close();
  }
}
