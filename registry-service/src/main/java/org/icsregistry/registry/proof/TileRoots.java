package org.icsregistry.registry.proof;

import java.util.ArrayList;
import java.util.List;
import org.icsregistry.log.tile.HashTile;
import org.icsregistry.log.tile.HashTilePath;
import org.icsregistry.log.tile.TilePath;
import org.icsregistry.log.tree.Frontier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Hash tiles over the log: leaves from the log itself, roots of full tiles from a table that grows
 * with it.
 */
@Component
class TileRoots {

  private static final int STEP = 10_000;
  private static final int HIGHEST_LEVEL = 7;

  private final JdbcTemplate jdbc;

  TileRoots(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Bytes of a tile; the caller has made sure that it lies in a signed tree. */
  byte[] tile(HashTilePath path) {
    long first = path.index() * TilePath.FULL_WIDTH;
    return HashTile.of(hashes(path.level(), first, first + path.width())).bytes();
  }

  /**
   * The tree at {@code size}, grown from {@code from}; stores the roots of the tiles that became
   * full on the way.
   */
  Frontier grow(Frontier from, long size) {
    var tree = plus(from, size);
    for (int level = 1; level <= HIGHEST_LEVEL; level++) {
      fill(level, full(level, from.size()), full(level, size));
    }
    return tree;
  }

  /**
   * The tree at {@code size}, grown from {@code from}; stores nothing.
   *
   * @throws LogContradictionException when the log ends before that size
   */
  Frontier plus(Frontier from, long size) {
    var tree = from;
    while (tree.size() < size) {
      tree = tree.plus(hashes(0, tree.size(), Math.min(size, tree.size() + STEP)));
    }
    return tree;
  }

  /** How many full tiles of the level below there are, each of which has its root here. */
  private static long full(int level, long size) {
    return size >>> (8 * level);
  }

  private void fill(int level, long first, long end) {
    var rows = new ArrayList<Object[]>();
    for (long index = first; index < end; index++) {
      long child = index * TilePath.FULL_WIDTH;
      rows.add(
          new Object[] {
            level, index, HashTile.of(hashes(level - 1, child, child + TilePath.FULL_WIDTH)).root()
          });
    }
    if (!rows.isEmpty()) {
      jdbc.batchUpdate("insert into tile_root (level, tile_index, hash) values (?, ?, ?)", rows);
    }
  }

  private List<byte[]> hashes(int level, long first, long end) {
    var found = stored(level, first, end);
    if (found.size() != end - first) {
      throw new LogContradictionException(
          "Of the hashes "
              + first
              + " to "
              + (end - 1)
              + " of level "
              + level
              + " the store has only "
              + found.size());
    }
    return found;
  }

  private List<byte[]> stored(int level, long first, long end) {
    return level == 0
        ? jdbc.query(
            "select leaf_hash from event_log where log_index >= ? and log_index < ? order by log_index",
            (row, _) -> row.getBytes(1),
            first,
            end)
        : jdbc.query(
            "select hash from tile_root where level = ? and tile_index >= ? and tile_index < ? order by tile_index",
            (row, _) -> row.getBytes(1),
            level,
            first,
            end);
  }
}
