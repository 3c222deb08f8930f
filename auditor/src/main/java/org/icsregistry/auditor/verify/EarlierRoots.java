package org.icsregistry.auditor.verify;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.icsregistry.auditor.finding.CheckpointFinding;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.auditor.source.TiledSource;
import org.icsregistry.log.LogException;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.tile.HashTilePath;
import org.icsregistry.log.tile.TileHashes;
import org.icsregistry.log.tile.TilePath;
import org.icsregistry.log.tile.TileReader;
import org.icsregistry.log.tree.ConsistencyProof;
import org.icsregistry.log.tree.TreeHash;

/**
 * Roots of sizes whose entries are not read, because a kept checkpoint covers them: each has to be
 * the root that the newest tree had at that size, shown by a consistency proof out of tiles.
 */
final class EarlierRoots {
  private static final int TILES = 64;

  private final TiledSource source;
  private final SignedCheckpoint newest;
  private final TileReader tiles;
  private final SplitViews splits;
  private final Findings findings;

  EarlierRoots(TiledSource source, SignedCheckpoint newest, SplitViews splits, Findings findings) {
    this.source = source;
    this.newest = newest;
    this.splits = splits;
    this.findings = findings;
    this.tiles = remembering(Tiles.reader(source));
  }

  /** Ends at the first tile that is wrong: nothing can be said beyond it. */
  void check(SignedRoots roots) {
    Checkpoint covering = newest.checkpoint();
    for (int i = 0; i < roots.count(); i++) {
      long size = roots.size(i);
      try {
        if (!Arrays.equals(rootAt(size, covering), roots.root(i))) {
          splits.ofSmaller(size, roots.root(i), newest);
        }
      } catch (LogException e) {
        findings.add(
            new CheckpointFinding.TileUnreadable(
                source.name(),
                HashTilePath.inTree(0, Math.max(0, size - 1) / TilePath.FULL_WIDTH, covering.size())
                    .text(),
                "hashes that do not lead to the newest root: " + e.getMessage()));
        return;
      }
    }
  }

  /** What the tiles say is believed only with a proof that it leads to the newest root. */
  private byte[] rootAt(long size, Checkpoint covering) {
    var hashes = new TileHashes(covering.size(), tiles);
    byte[] root = TreeHash.root(size, hashes);
    ConsistencyProof.create(size, covering.size(), hashes).verify(root, covering.root());
    return root;
  }

  /** Neighbouring sizes need mostly the same tiles, and a large log has too many to keep all. */
  private static TileReader remembering(TileReader reader) {
    Map<HashTilePath, byte[]> recent =
        new LinkedHashMap<>(TILES, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<HashTilePath, byte[]> eldest) {
            return size() > TILES;
          }
        };
    return path -> recent.computeIfAbsent(path, reader::read);
  }
}
