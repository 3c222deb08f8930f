package org.icsregistry.log.tile;

import java.util.regex.Matcher;

/** Where a tile or a bundle is, below the prefix of the log (C2SP tlog-tiles, APIs). */
public sealed interface TilePath permits HashTilePath, EntryBundlePath {
  /** The most hashes or entries in one tile. */
  int FULL_WIDTH = 256;

  /** Place among the tiles of its kind and level, from 0. */
  long index();

  /** Number of hashes or entries in it, 1 to 256; below 256 the tile is partial. */
  int width();

  /** The path without a leading slash, for example {@code tile/0/x001/234.p/56}. */
  String text();

  /**
   * Reads a path. It has exactly one spelling.
   *
   * @param text without a leading slash
   * @throws TileException.MalformedPath if it is not the path of a tile or of a bundle
   */
  static TilePath parse(String text) {
    Matcher parts = TilePathText.PATTERN.matcher(text);
    if (text.length() > TilePathText.MOST_CHARACTERS || !parts.matches()) {
      throw new TileException.MalformedPath();
    }
    long index = TilePathText.index(parts.group(2)).orElseThrow(TileException.MalformedPath::new);
    int width = parts.group(3) == null ? FULL_WIDTH : Integer.parseInt(parts.group(3));
    String level = parts.group(1);
    TilePath path =
        level.equals("entries")
            ? new EntryBundlePath(index, width)
            : new HashTilePath(Integer.parseInt(level), index, width);
    if (!path.text().equals(text)) {
      throw new TileException.MalformedPath();
    }
    return path;
  }
}
