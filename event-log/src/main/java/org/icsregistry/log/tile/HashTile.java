package org.icsregistry.log.tile;

import static org.icsregistry.log.tree.Rfc6962.HASH_BYTES;

import java.util.Arrays;
import java.util.List;
import org.icsregistry.log.tree.Rfc6962;

/** Up to 256 neighbouring hashes of one level (C2SP tlog-tiles, Merkle Tree). */
public final class HashTile {
  private final byte[] bytes;

  private HashTile(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads a tile as it was served. Its hashes are believed by nobody before a proof made of them
   * leads to a signed root.
   *
   * @throws TileException.WrongTileLength if it is not exactly as long as its width demands
   */
  public static HashTile parse(HashTilePath path, byte[] bytes) {
    int demanded = HASH_BYTES * path.width();
    if (bytes.length != demanded) {
      throw new TileException.WrongTileLength(path.text(), demanded, bytes.length);
    }
    return new HashTile(bytes.clone());
  }

  /**
   * Makes a tile.
   *
   * @throws TileException.WrongEntryCount if there are no hashes or more than 256
   * @throws TileException.WrongTileLength if one of them is not 32 bytes long
   */
  public static HashTile of(List<byte[]> hashes) {
    EntryBundle.checkCount(hashes.size());
    byte[] bytes = new byte[HASH_BYTES * hashes.size()];
    int at = 0;
    for (byte[] hash : hashes) {
      if (hash.length != HASH_BYTES) {
        throw new TileException.WrongTileLength(
            "place " + at / HASH_BYTES, HASH_BYTES, hash.length);
      }
      System.arraycopy(hash, 0, bytes, at, HASH_BYTES);
      at += HASH_BYTES;
    }
    return new HashTile(bytes);
  }

  /** Number of hashes. */
  public int width() {
    return bytes.length / HASH_BYTES;
  }

  /** The bytes as they are served. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** One of the hashes, from 0. */
  public byte[] hash(int place) {
    return Arrays.copyOfRange(bytes, place * HASH_BYTES, (place + 1) * HASH_BYTES);
  }

  /** The root of a full tile: a hash of the tile above. A partial tile is never hashed upward. */
  public byte[] root() {
    if (width() != TilePath.FULL_WIDTH) {
      throw new IllegalStateException(
          "Only a full tile has a root; this one has %d hashes".formatted(width()));
    }
    return subtree(0, TilePath.FULL_WIDTH);
  }

  /** The root over some hashes, as many as a power of two. */
  byte[] subtree(int from, int count) {
    return count == 1
        ? hash(from)
        : Rfc6962.nodeHash(subtree(from, count / 2), subtree(from + count / 2, count / 2));
  }
}
