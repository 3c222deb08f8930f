package org.icsregistry.log.tile;

import java.util.HashMap;
import java.util.Map;
import org.icsregistry.log.tree.HashSource;

/**
 * The hashes of a tree, computed from its tiles. Keeps the tiles it has read, so make one for each
 * tree that is looked at and let it go; for one thread.
 */
public final class TileHashes implements HashSource {
  private static final int BITS = 8;

  private final long size;
  private final TileReader reader;
  private final Map<HashTilePath, HashTile> tiles = new HashMap<>();

  /**
   * The hashes of one tree.
   *
   * @param size number of entries in the tree, from its checkpoint
   * @param reader gives the tiles, believed by nobody
   */
  public TileHashes(long size, TileReader reader) {
    this.size = size;
    this.reader = reader;
  }

  /**
   * @throws TileException.NotInTree if the subtree is not within the tree
   * @throws TileException.WrongTileLength if a tile is not as long as it should be
   */
  @Override
  public byte[] subtree(int level, long index) {
    int height = level % BITS;
    long first = index << height;
    HashTilePath path = HashTilePath.inTree(level / BITS, first / TilePath.FULL_WIDTH, size);
    int place = (int) (first % TilePath.FULL_WIDTH);
    if (place + (1 << height) > path.width()) {
      throw new TileException.NotInTree(path.text(), size);
    }
    return tiles.computeIfAbsent(path, this::read).subtree(place, 1 << height);
  }

  private HashTile read(HashTilePath path) {
    return HashTile.parse(path, reader.read(path));
  }
}
