package org.icsregistry.log.tile;

import static org.icsregistry.log.tile.TilePath.FULL_WIDTH;

import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.icsregistry.log.Strict;

/** The pieces of a path. */
final class TilePathText {
  // "tile/entries/", seven groups with an x and a slash each, and ".p/255"
  static final int MOST_CHARACTERS = 64;
  static final Pattern PATTERN =
      Pattern.compile(
          "tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

  private static final int GROUP = 1_000;

  private TilePathText() {}

  /** Three digits a group, an x before all groups but the last: 1234067 is x001/x234/067. */
  static String text(long index, int width) {
    StringBuilder text = new StringBuilder("%03d".formatted(index % GROUP));
    for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
      text.insert(0, "x%03d/".formatted(rest % GROUP));
    }
    return width == FULL_WIDTH ? text.toString() : text.append(".p/").append(width).toString();
  }

  /**
   * The number in the groups; whether zeros in front were too many is seen when it is written
   * again.
   */
  static OptionalLong index(String groups) {
    String digits = groups.replace("x", "").replace("/", "");
    return Strict.decimal(digits.replaceFirst("^0+(?=.)", ""));
  }

  static void check(long index, int width) {
    if (index < 0 || width < 1 || width > FULL_WIDTH) {
      throw new TileException.MalformedPath();
    }
  }

  /** How much of the tile is there when so many hashes or entries are. */
  static int width(long index, long available) {
    return Math.clamp(available - index * FULL_WIDTH, 0, FULL_WIDTH);
  }
}
