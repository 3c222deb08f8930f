package org.icsregistry.auditor.tiling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.icsregistry.log.tile.HashTile;
import org.icsregistry.log.tile.HashTilePath;
import org.icsregistry.log.tile.TilePath;

/**
 * Makes the tiles of all levels while leaf hashes come in (C2SP tlog-tiles, Merkle Tree). Remembers
 * one unfinished tile per level.
 */
public final class TileBuilder {
  private final BiConsumer<HashTilePath, HashTile> sink;
  private final List<List<byte[]>> levels = new ArrayList<>();
  private final List<Long> finished = new ArrayList<>();

  /**
   * @param sink takes each tile when it is full, and by {@link #finish} those that are not
   */
  public TileBuilder(BiConsumer<HashTilePath, HashTile> sink) {
    this.sink = sink;
  }

  /** The next leaf. */
  public void leaf(byte[] hash) {
    add(0, hash);
  }

  /** Hands out the partial tiles. */
  public void finish() {
    for (int level = 0; level < levels.size(); level++) {
      if (!levels.get(level).isEmpty()) {
        emit(level);
      }
    }
  }

  private void add(int level, byte[] hash) {
    if (level == levels.size()) {
      levels.add(new ArrayList<>(TilePath.FULL_WIDTH));
      finished.add(0L);
    }
    List<byte[]> tile = levels.get(level);
    tile.add(hash);
    if (tile.size() == TilePath.FULL_WIDTH) {
      HashTile full = emit(level);
      finished.set(level, finished.get(level) + 1);
      tile.clear();
      add(level + 1, full.root());
    }
  }

  private HashTile emit(int level) {
    List<byte[]> hashes = levels.get(level);
    HashTile tile = HashTile.of(hashes);
    sink.accept(new HashTilePath(level, finished.get(level), hashes.size()), tile);
    return tile;
  }
}
