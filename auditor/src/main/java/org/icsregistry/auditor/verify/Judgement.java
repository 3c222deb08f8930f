package org.icsregistry.auditor.verify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.icsregistry.auditor.finding.CheckpointFinding;
import org.icsregistry.auditor.finding.EntryFinding;
import org.icsregistry.auditor.finding.Finding;
import org.icsregistry.auditor.verify.Difference.Altered;
import org.icsregistry.auditor.verify.Difference.Inserted;
import org.icsregistry.auditor.verify.Difference.Removed;
import org.icsregistry.auditor.verify.Difference.Swapped;
import org.icsregistry.log.Strict;
import org.icsregistry.log.tile.HashTilePath;
import org.icsregistry.log.tile.TilePath;
import org.jspecify.annotations.Nullable;

/**
 * Decides who is wrong where sources differ: the history that leads to the signed root is the one
 * that was signed.
 */
final class Judgement {
  /** Name of the history that the tiles tell. */
  static final String TILES = "tiles";

  private final String tiledSource;
  private final @Nullable Track truth;
  private final List<Difference> differences;
  private final long size;
  private final Map<Long, Difference> ofTruth = new HashMap<>();

  /**
   * @param tiledSource the source that has the tiles
   * @param truth the history that leads to the newest signed root, if any does
   */
  Judgement(String tiledSource, @Nullable Track truth, List<Difference> differences, long size) {
    this.tiledSource = tiledSource;
    this.truth = truth;
    this.differences = differences;
    this.size = size;
    differences.stream()
        .filter(d -> truth != null && d.source().equals(truth.name()))
        .forEach(d -> ofTruth.put(d.index(), d));
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Difference difference : differences) {
      if (truth != null && difference.source().equals(truth.name())) {
        findings.addAll(againstTiles(difference));
      } else {
        finding(difference).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> finding(Difference d) {
    return switch (d.kind()) {
      case Removed() ->
          Optional.of(new EntryFinding.EntryRemoved(d.source(), d.index(), provable(signedAt(d))));
      case Inserted() ->
          Optional.of(new EntryFinding.EntryInserted(d.source(), d.index(), text(d.received())));
      case Swapped(long other) ->
          Optional.of(new EntryFinding.EntriesSwapped(d.source(), d.index(), other));
      // Without tiles, what an event says of itself has been reported already.
      case Altered() when d.expected() == null -> Optional.empty();
      case Altered() ->
          Optional.of(
              new EntryFinding.EntryAltered(
                  d.source(),
                  d.index(),
                  text(signedAt(d)),
                  text(d.received()),
                  provable(signedAt(d))));
    };
  }

  /** Another source is right, so the tiles are wrong, and their source's entries with them. */
  private List<Finding> againstTiles(Difference d) {
    if (!(d.kind() instanceof Altered) || d.expected() == null) {
      return finding(d).stream().toList();
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new CheckpointFinding.TileAltered(
            tiledSource,
            HashTilePath.inTree(0, d.index() / TilePath.FULL_WIDTH, size).text(),
            (int) (d.index() % TilePath.FULL_WIDTH),
            "that the event of index %d, as %s has it, leads to the signed root and this hash does not"
                .formatted(d.index(), d.source())));
    boolean entryFollowsTile =
        !d.source().equals(tiledSource)
            && differences.stream()
                .noneMatch(o -> o.source().equals(tiledSource) && o.index() == d.index());
    if (entryFollowsTile) {
      findings.add(
          new EntryFinding.EntryAltered(
              tiledSource,
              d.index(),
              text(d.received()),
              text(d.expected()),
              provable(d.received())));
    }
    return findings;
  }

  /** The leaf hash that was signed, where it is known. */
  private byte @Nullable [] signedAt(Difference d) {
    if (truth == null || truth.name().equals(TILES)) {
      return d.expected();
    }
    Difference right = ofTruth.get(d.index());
    return right == null ? d.expected() : right.received();
  }

  private String provable(byte @Nullable [] signed) {
    if (signed == null) {
      return "nothing by this source alone; another copy of the log shows what was signed";
    }
    return truth == null
        ? "that one of the two is not what was signed; no history at hand leads to the signed root"
        : "the checkpoint of size %d commits to leaf hash %s at this index, and everything else leads to the signed root; whoever has kept the true bytes can show them with a proof file"
            .formatted(size, text(signed));
  }

  private static String text(byte @Nullable [] hash) {
    return hash == null ? "unknown" : Strict.base64(requireNonNull(hash));
  }
}
