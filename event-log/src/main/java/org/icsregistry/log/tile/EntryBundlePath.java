package org.icsregistry.log.tile;

import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Where a bundle of entries is (C2SP tlog-tiles, Log entries).
 *
 * @param index place among the bundles, from 0
 * @param width number of entries, 1 to 256
 */
public record EntryBundlePath(long index, int width) implements TilePath {
  /**
   * @throws TileException.MalformedPath if a part is out of its range
   */
  public EntryBundlePath {
    TilePathText.check(index, width);
    // So that no index of an entry overflows.
    if (index > Long.MAX_VALUE / FULL_WIDTH - 1) {
      throw new TileException.MalformedPath();
    }
  }

  /**
   * The bundle as wide as it is in a log of that size.
   *
   * @throws TileException.NotInTree if that log has nothing there
   */
  public static EntryBundlePath inTree(long index, long size) {
    return new EntryBundlePath(index, HashTilePath.inTree(0, index, size).width());
  }

  /**
   * The bundles that a log has and did not have when it was smaller, each as wide as it is now.
   *
   * @param before number of entries then, 0 for all bundles
   * @param now number of entries now
   */
  public static Stream<EntryBundlePath> added(long before, long now) {
    return before == now
        ? Stream.empty()
        : LongStream.rangeClosed(before / FULL_WIDTH, (now - 1) / FULL_WIDTH)
            .mapToObj(index -> inTree(index, now));
  }

  /** Index of the first entry in it. */
  public long firstEntry() {
    return index * FULL_WIDTH;
  }

  @Override
  public String text() {
    return "tile/entries/" + TilePathText.text(index, width);
  }
}
