package org.icsregistry.log.tile;

import org.icsregistry.log.LogException;

/**
 * A tile, a bundle of entries or the path of one is not as specified; each defect has its own
 * class.
 */
public abstract sealed class TileException extends LogException {
  private TileException(String message) {
    super(message);
  }

  /** Not the path of a tile or of a bundle, or not its only spelling. */
  public static final class MalformedPath extends TileException {
    MalformedPath() {
      super(
          "A tile is at tile/<level>/<index> and entries are at tile/entries/<index>, such as tile/0/x001/234.p/56");
    }
  }

  /** A tree of this size has no such tile. */
  public static final class NotInTree extends TileException {
    NotInTree(String path, long size) {
      super("A tree of %d entries has no tile at %s".formatted(size, path));
    }
  }

  /** A tile has more or fewer bytes than its width demands. */
  public static final class WrongTileLength extends TileException {
    WrongTileLength(String path, int demanded, int length) {
      super("The tile at %s has %d bytes, not %d".formatted(path, demanded, length));
    }
  }

  /** An entry is cut off. */
  public static final class TruncatedBundle extends TileException {
    TruncatedBundle(String path, int entry) {
      super("The bundle at %s ends within its entry %d".formatted(path, entry));
    }
  }

  /** Bytes are left after the last entry. */
  public static final class TrailingBytes extends TileException {
    TrailingBytes(String path, int count) {
      super("The bundle at %s goes on for %d bytes after its last entry".formatted(path, count));
    }
  }

  /** More entries than a tile is wide, or none. */
  public static final class WrongEntryCount extends TileException {
    WrongEntryCount(int count) {
      super("A tile or a bundle has 1 to 256 entries, not " + count);
    }
  }

  /** An entry does not fit its length field of two bytes. */
  public static final class EntryTooLong extends TileException {
    EntryTooLong(int length) {
      super("An entry has at most 65535 bytes, not " + length);
    }
  }
}
