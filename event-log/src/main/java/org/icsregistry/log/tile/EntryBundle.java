package org.icsregistry.log.tile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.icsregistry.log.tree.Rfc6962;

/**
 * Up to 256 neighbouring entries, each after its length in two bytes, the higher first (C2SP
 * tlog-tiles, Log entries).
 *
 * @param entries the bytes of the entries, in order; not copied
 */
public record EntryBundle(List<byte[]> entries) {
  /** The most bytes an entry may have. */
  public static final int MOST_ENTRY_BYTES = 0xffff;

  /**
   * @throws TileException.WrongEntryCount if there are no entries or more than 256
   * @throws TileException.EntryTooLong if one of them is longer than 65,535 bytes
   */
  public EntryBundle {
    entries = List.copyOf(entries);
    checkCount(entries.size());
    for (byte[] entry : entries) {
      if (entry.length > MOST_ENTRY_BYTES) {
        throw new TileException.EntryTooLong(entry.length);
      }
    }
  }

  /**
   * Reads a bundle as it was served. Its entries are believed by nobody before their leaf hashes
   * are found in the tree.
   *
   * @throws TileException.TruncatedBundle if it ends too early
   * @throws TileException.TrailingBytes if it ends too late
   */
  public static EntryBundle parse(EntryBundlePath path, byte[] bytes) {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    List<byte[]> entries = new ArrayList<>();
    while (entries.size() < path.width()) {
      if (rest.remaining() < Short.BYTES) {
        throw new TileException.TruncatedBundle(path.text(), entries.size());
      }
      int length = Short.toUnsignedInt(rest.getShort());
      if (rest.remaining() < length) {
        throw new TileException.TruncatedBundle(path.text(), entries.size());
      }
      byte[] entry = new byte[length];
      rest.get(entry);
      entries.add(entry);
    }
    if (rest.hasRemaining()) {
      throw new TileException.TrailingBytes(path.text(), rest.remaining());
    }
    return new EntryBundle(entries);
  }

  /** The bytes as they are served. */
  public byte[] bytes() {
    int length = entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(length);
    entries.forEach(entry -> bytes.putShort((short) entry.length).put(entry));
    return bytes.array();
  }

  /** The hashes that the tile at level 0 has for these entries. */
  public List<byte[]> leafHashes() {
    return entries.stream().map(Rfc6962::leafHash).toList();
  }

  static void checkCount(int count) {
    if (count < 1 || count > TilePath.FULL_WIDTH) {
      throw new TileException.WrongEntryCount(count);
    }
  }
}
