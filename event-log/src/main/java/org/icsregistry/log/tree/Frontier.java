package org.icsregistry.log.tree;

import static org.icsregistry.log.tree.Rfc6962.HASH_BYTES;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * All that has to be remembered of a tree so that it can grow: the roots of the perfect subtrees it
 * consists of (RFC 6962 section 2.1), at most 63 hashes whatever the size. Immutable.
 */
public final class Frontier {
  private static final Frontier EMPTY = new Frontier(0, new byte[0]);

  private final long size;
  private final byte[] bytes;

  private Frontier(long size, byte[] bytes) {
    this.size = size;
    this.bytes = bytes;
  }

  /** The frontier of the tree without entries. */
  public static Frontier empty() {
    return EMPTY;
  }

  /**
   * A frontier as it was stored.
   *
   * @param size number of entries in the tree
   * @param frontier roots of the perfect subtrees, largest first, 32 bytes each: one for every bit
   *     set in the size
   * @throws MalformedFrontierException if the size is negative or the length does not fit it
   */
  public static Frontier of(long size, byte[] frontier) {
    if (size < 0) {
      throw new MalformedFrontierException("A tree has 0 or more entries, not " + size);
    }
    int expected = HASH_BYTES * Long.bitCount(size);
    if (frontier.length != expected) {
      throw new MalformedFrontierException(
          "The frontier of %d entries has %d bytes, not %d"
              .formatted(size, expected, frontier.length));
    }
    return new Frontier(size, frontier.clone());
  }

  /**
   * The frontier after these leaves, in this order. Costs about one node hash per leaf.
   *
   * @throws MalformedFrontierException if one of them is not 32 bytes long
   */
  public Frontier plus(List<byte[]> leafHashes) {
    Deque<byte[]> roots = subtreeRoots();
    long grown = size;
    for (byte[] leafHash : leafHashes) {
      if (leafHash.length != HASH_BYTES) {
        throw new MalformedFrontierException("A leaf hash has 32 bytes, not " + leafHash.length);
      }
      byte[] root = leafHash;
      for (long subtrees = grown; (subtrees & 1) == 1; subtrees >>>= 1) {
        root = Rfc6962.nodeHash(roots.pop(), root);
      }
      roots.push(root);
      grown = Math.incrementExact(grown);
    }
    return new Frontier(grown, concatenated(roots));
  }

  /** Number of entries in the tree. */
  public long size() {
    return size;
  }

  /** The root of the whole tree; for size 0 the hash of nothing. */
  public byte[] root() {
    if (size == 0) {
      return Rfc6962.emptyRoot();
    }
    Iterator<byte[]> smallestFirst = subtreeRoots().iterator();
    byte[] root = smallestFirst.next();
    while (smallestFirst.hasNext()) {
      root = Rfc6962.nodeHash(smallestFirst.next(), root);
    }
    return root;
  }

  /** What {@link #of} takes: the roots of the perfect subtrees, largest first. */
  public byte[] bytes() {
    return bytes.clone();
  }

  private Deque<byte[]> subtreeRoots() {
    Deque<byte[]> smallestFirst = new ArrayDeque<>(Long.SIZE);
    for (int at = 0; at < bytes.length; at += HASH_BYTES) {
      smallestFirst.push(Arrays.copyOfRange(bytes, at, at + HASH_BYTES));
    }
    return smallestFirst;
  }

  private static byte[] concatenated(Deque<byte[]> smallestFirst) {
    byte[] all = new byte[HASH_BYTES * smallestFirst.size()];
    int at = all.length;
    for (byte[] root : smallestFirst) {
      at -= HASH_BYTES;
      System.arraycopy(root, 0, all, at, HASH_BYTES);
    }
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frontier that && size == that.size && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(size) + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Frontier of " + size + " entries";
  }
}
