package org.icsregistry.auditor.verify;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.icsregistry.auditor.finding.Finding;
import org.icsregistry.auditor.source.EntryFlow;
import org.icsregistry.auditor.source.FlowAhead;
import org.icsregistry.auditor.source.LogSource;
import org.icsregistry.auditor.verify.Difference.Removed;
import org.icsregistry.log.LogException;
import org.icsregistry.log.kafka.DuplicateIndexException;
import org.icsregistry.log.kafka.IndexOrderException;
import org.icsregistry.log.kafka.MissingIndexException;

/** Reads all entries of one source and holds them against what is expected. */
final class SourceCheck implements Alignment.Listener, AutoCloseable {
  private final LogSource source;
  private final Alignment.Expectation expectation;
  private final Track track;
  private final Alignment alignment;
  private final EntryFlow flow;
  private final long end;
  private final Optional<Inside> inside;
  private final Consumer<Finding> findings;
  private final Consumer<Difference> differences;
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
    try {
      List<byte[]> entries = flow.next();
      ended = entries.isEmpty();
      alignment.offer(entries.parallelStream().map(Examined::of).toList());
    } catch (LogException e) {
      ended = true;
      alignment.finish();
      findings.accept(named(e));
      track.broken();
      return;
    }
    if (ended) {
      finish();
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
    if (alignment.position() < end) {
      track.broken();
      findings.accept(new Finding.EntriesMissing(source.name(), alignment.position(), end));
    }
  }

  private Finding named(LogException e) {
    String message = String.valueOf(e.getMessage());
    return switch (e) {
      case MissingIndexException missing ->
          new Finding.EntryRemoved(source.name(), missing.index(), Finding.TOPIC_ALONE);
      case DuplicateIndexException twice ->
          new Finding.IndexTwice(source.name(), twice.index(), message);
      case IndexOrderException order ->
          new Finding.PartitionDisordered(source.name(), order.index(), message);
      default -> new Finding.RecordMalformed(source.name(), alignment.position(), message);
    };
  }

  @Override
  public void close() {
    flow.close();
  }
}
