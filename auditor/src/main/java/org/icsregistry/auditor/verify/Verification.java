package org.icsregistry.auditor.verify;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.icsregistry.auditor.finding.Finding;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.auditor.source.KafkaSource;
import org.icsregistry.auditor.source.LogSource;
import org.icsregistry.auditor.source.TiledSource;
import org.icsregistry.auditor.terminal.Progress;
import org.icsregistry.auditor.verify.SourceCheck.Span;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.policy.TlogPolicy;
import org.icsregistry.log.tile.TilePath;
import org.icsregistry.log.tree.Frontier;
import org.jspecify.annotations.Nullable;

/** Verifies everything about a log: entries, tiles, roots, checkpoints, signatures. */
public final class Verification {
  private static final int MOST_DIFFERENCES = 10_000;

  private final Optional<TiledSource> tiled;
  private final Optional<KafkaSource> kafka;
  private final TlogPolicy policy;
  private final Optional<SignedCheckpoint> kept;
  private final Clock clock;
  private final PrintWriter terminal;
  private final Findings findings = new Findings();
  private final List<Difference> differences = new ArrayList<>();
  private final CheckpointBook book;

  /**
   * What is known at the end.
   *
   * @param newest the newest checkpoint that the log has signed
   * @param cosigned the newest one that enough witnesses have seen
   * @param from index of the first entry that was read
   * @param checkpoints how many notes were read
   */
  public record Result(
      Findings findings,
      Optional<SignedCheckpoint> newest,
      Optional<SignedCheckpoint> cosigned,
      long from,
      long checkpoints) {
    /** Number of entries that the newest checkpoint covers. */
    public long size() {
      return newest.map(signed -> signed.checkpoint().size()).orElse(0L);
    }
  }

  /**
   * @param kept a checkpoint that was verified at an earlier time, from which to go on
   * @param clock tells how long cosignatures have been missing
   */
  public Verification(
      Optional<TiledSource> tiled,
      Optional<KafkaSource> kafka,
      TlogPolicy policy,
      Optional<SignedCheckpoint> kept,
      Clock clock,
      PrintWriter terminal) {
    this.tiled = tiled;
    this.kafka = kafka;
    this.policy = policy;
    this.kept = kept;
    this.clock = clock;
    this.terminal = terminal;
    this.book = new CheckpointBook(policy, findings);
  }

  /**
   * @throws org.icsregistry.auditor.source.SourceException if a source cannot be read
   */
  public Result run() {
    readCheckpoints();
    Optional<SignedCheckpoint> newest = book.newest();
    if (newest.isEmpty()) {
      return result(0);
    }
    long size = newest.get().checkpoint().size();
    long covered = book.newestCosigned().map(c -> c.checkpoint().size()).orElse(0L);
    SplitViews splits = new SplitViews(book.evidence(), sources(), findings);
    splits.ofOneSize(book.seconds());
    Frontier start = new Resumption(tiled, findings).start(kept, newest.get(), covered);
    if (start.size() > 0) {
      new EarlierRoots(tiled.orElseThrow(), newest.get(), splits, findings)
          .check(book.rootsBetween(0, start.size() - 1));
    }
    SignedRoots roots = book.rootsBetween(start.size(), size);
    Histories histories = read(start, roots, size, covered);
    new RootCheck(roots, newest.get(), splits, findings).check(histories.all());
    judge(histories, roots, size);
    new Freshness(book, policy, findings)
        .check(newest.get(), histories.inside().uncoveredSince(), clock.instant());
    return result(start.size());
  }

  private void readCheckpoints() {
    // Kafka first: whatever is there was served over HTTP before.
    kafka.ifPresent(book::read);
    tiled.ifPresent(book::read);
    tiled.ifPresent(source -> new Rollback(book, findings).check(source));
    kept.ifPresent(book::keep);
    kept.ifPresent(signed -> new Rollback(book, findings).checkKept(signed, sources()));
  }

  private record Histories(List<Track> all, List<Finding> upperTiles, Inside inside) {}

  private Histories read(Frontier start, SignedRoots roots, long size, long covered) {
    Span span = new Span(start.size(), size);
    List<Track> tracks = new ArrayList<>();
    List<SourceCheck> checks = new ArrayList<>();
    @Nullable LeafTiles leaves =
        tiled.map(source -> new LeafTiles(source, span.from(), size, findings::add)).orElse(null);
    @Nullable TilesCheck tiles = null;
    if (leaves != null) {
      Track track = new Track(Judgement.TILES, start, roots);
      tracks.add(track);
      tiles = new TilesCheck(tiled.orElseThrow(), leaves, track, span.from());
    }
    Alignment.Expectation expectation = leaves == null ? _ -> null : leaves::hash;
    Inside inside =
        new Inside(sources().getFirst().name(), span.from() == 0, covered, findings::add);
    for (LogSource source : sources()) {
      Track track = new Track(source.name(), start, roots);
      tracks.add(track);
      checks.add(
          new SourceCheck(
              source,
              expectation,
              track,
              span,
              checks.isEmpty() ? Optional.of(inside) : Optional.empty(),
              findings::add,
              this::addDifference));
    }
    try {
      go(checks, tiles, span);
    } finally {
      checks.forEach(SourceCheck::close);
      if (leaves != null) {
        leaves.close();
      }
    }
    return new Histories(tracks, tiles == null ? List.of() : tiles.findings(), inside);
  }

  /** Whoever is behind reads on, so that the window of tiles serves all. */
  private void go(List<SourceCheck> checks, @Nullable TilesCheck tiles, Span span) {
    Progress progress = new Progress(terminal, "Verified", span.end() - span.from());
    Optional<SourceCheck> behind = behind(checks);
    while (behind.isPresent()) {
      behind.get().step();
      behind = behind(checks);
      long position = behind.map(SourceCheck::position).orElse(span.end());
      if (tiles != null) {
        tiles.advance(position);
      }
      progress.at(position - span.from());
    }
    progress.end(span.end() - span.from());
    if (tiles != null) {
      tiles.finish(span.end());
    }
  }

  private static Optional<SourceCheck> behind(List<SourceCheck> checks) {
    return checks.stream()
        .filter(check -> !check.ended())
        .min(Comparator.comparingLong(SourceCheck::position));
  }

  private void judge(Histories histories, SignedRoots roots, long size) {
    Track truth =
        histories.all().stream()
            .filter(track -> RootCheck.reaches(track, roots, size))
            .findFirst()
            .orElse(null);
    String tiledName = tiled.map(LogSource::name).orElse(Judgement.TILES);
    new Judgement(tiledName, truth, differences, size).findings().forEach(findings::add);
    // When the tiles of the leaves are wrong, those above are compared with wrong ones.
    if (truth != null && truth.name().equals(Judgement.TILES)) {
      histories.upperTiles().forEach(findings::add);
    }
  }

  private void addDifference(Difference difference) {
    if (differences.size() < MOST_DIFFERENCES) {
      differences.add(difference);
    }
  }

  private List<LogSource> sources() {
    List<LogSource> sources = new ArrayList<>();
    tiled.ifPresent(sources::add);
    kafka.ifPresent(sources::add);
    return sources;
  }

  private Result result(long from) {
    return new Result(
        findings,
        book.newest(),
        book.newestCosigned(),
        from / TilePath.FULL_WIDTH * TilePath.FULL_WIDTH,
        book.count());
  }
}
