package org.icsregistry.auditor.verify;

import static org.icsregistry.log.tile.TilePath.FULL_WIDTH;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.icsregistry.auditor.finding.CheckpointFinding;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.auditor.source.SourceException;
import org.icsregistry.auditor.source.TiledSource;
import org.icsregistry.log.LogException;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.tile.TileHashes;
import org.icsregistry.log.tree.ConsistencyProof;
import org.icsregistry.log.tree.Frontier;
import org.icsregistry.log.tree.HashSource;

/**
 * Where to begin. After a checkpoint that was verified before, at the last full bundle that it
 * covers; what lies before that is shown unchanged by a consistency proof.
 */
final class Resumption {
  private final Optional<TiledSource> tiled;
  private final Findings findings;

  Resumption(Optional<TiledSource> tiled, Findings findings) {
    this.tiled = tiled;
    this.findings = findings;
  }

  /**
   * @param covered up to which size enough witnesses have seen the log; what none has seen is read
   *     again
   */
  Frontier start(Optional<SignedCheckpoint> kept, SignedCheckpoint newest, long covered) {
    if (kept.isEmpty() || kept.get().checkpoint().size() > newest.checkpoint().size()) {
      return Frontier.empty();
    }
    Checkpoint before = kept.get().checkpoint();
    Checkpoint now = newest.checkpoint();
    HashSource hashes = new TileHashes(now.size(), Tiles.reader(source()));
    try {
      ConsistencyProof.create(before.size(), now.size(), hashes).verify(before.root(), now.root());
    } catch (LogException e) {
      findings.add(
          new CheckpointFinding.SplitView(
              source().name(), kept.get(), newest, "no consistency: " + e.getMessage()));
      return Frontier.empty();
    }
    return frontier(Math.min(before.size(), covered) / FULL_WIDTH * FULL_WIDTH, hashes);
  }

  /** The roots of the perfect subtrees that a tree of this size consists of, largest first. */
  private static Frontier frontier(long size, HashSource hashes) {
    ByteArrayOutputStream roots = new ByteArrayOutputStream();
    long done = 0;
    for (int level = Long.SIZE - 2; level >= 0; level--) {
      if (((size >>> level) & 1) == 1) {
        roots.writeBytes(hashes.subtree(level, done >>> level));
        done += 1L << level;
      }
    }
    return Frontier.of(size, roots.toByteArray());
  }

  private TiledSource source() {
    return tiled.orElseThrow(() ->
        new SourceException(
            "Expected tiles to go on from a kept checkpoint, got only Kafka: add --url or --folder, or leave --from out"));
  }
}
