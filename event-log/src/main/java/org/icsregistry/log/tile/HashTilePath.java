package org.icsregistry.log.tile;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Where a tile of hashes is (C2SP tlog-tiles, Merkle Tree).
 *
 * @param level 0 for leaf hashes; a hash at any other level is the root of a full tile one level
 *     below
 * @param index place among the tiles of the level, from 0
 * @param width number of hashes, 1 to 256
 */
public record HashTilePath(int level, long index, int width) implements TilePath {
  private static final int HIGHEST_LEVEL = 63;
  private static final int BITS = 8;

  /**
   * @throws TileException.MalformedPath if a part is out of its range
   */
  public HashTilePath {
    TilePathText.check(index, width);
    if (level < 0 || level > HIGHEST_LEVEL) {
      throw new TileException.MalformedPath();
    }
  }

  /**
   * The tile as wide as it is in a tree of that size.
   *
   * @throws TileException.NotInTree if that tree has nothing there
   */
  public static HashTilePath inTree(int level, long index, long size) {
    HashTilePath full = new HashTilePath(level, index, FULL_WIDTH);
    long hashes = hashes(level, size);
    // Compared before multiplying, so that no index overflows.
    if (index > hashes / FULL_WIDTH || index * FULL_WIDTH == hashes) {
      throw new TileException.NotInTree(full.text(), size);
    }
    return new HashTilePath(level, index, TilePathText.width(index, hashes));
  }

  /**
   * The tiles that a tree has and did not have when it was smaller, each as wide as it is now.
   *
   * @param before number of entries then, 0 for all tiles
   * @param now number of entries now
   */
  public static Stream<HashTilePath> added(long before, long now) {
    return IntStream.rangeClosed(0, Long.BYTES)
        .boxed()
        .flatMap(level -> added(level, hashes(level, before), hashes(level, now)));
  }

  private static Stream<HashTilePath> added(int level, long before, long now) {
    return before == now
        ? Stream.empty()
        : LongStream.rangeClosed(before / FULL_WIDTH, (now - 1) / FULL_WIDTH)
            .mapToObj(index -> new HashTilePath(level, index, TilePathText.width(index, now)));
  }

  /** ⌊size / 256^level⌋ */
  private static long hashes(int level, long size) {
    return level >= Long.BYTES ? 0 : size >>> (BITS * level);
  }

  @Override
  public String text() {
    return "tile/" + level + "/" + TilePathText.text(index, width);
  }
}
