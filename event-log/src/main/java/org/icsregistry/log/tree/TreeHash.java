package org.icsregistry.log.tree;

/** The definitions of RFC 6962 section 2.1, over a source of hashes. */
public final class TreeHash {
  private TreeHash() {}

  /**
   * The root of the first entries: MTH(D[0:size]).
   *
   * @throws ProofException.NegativeSize if the size is below 0
   */
  public static byte[] root(long size, HashSource hashes) {
    if (size < 0) {
      throw new ProofException.NegativeSize(size);
    }
    return size == 0 ? Rfc6962.emptyRoot() : range(0, size, hashes);
  }

  /**
   * MTH(D[from:to]) for ranges as the recursion of the RFC makes them: not empty, and starting at a
   * multiple of their width rounded up to a power of two.
   */
  static byte[] range(long from, long to, HashSource hashes) {
    long width = to - from;
    if (Long.bitCount(width) == 1) {
      int level = Long.numberOfTrailingZeros(width);
      return hashes.subtree(level, from >>> level);
    }
    long middle = from + split(width);
    return Rfc6962.nodeHash(range(from, middle, hashes), range(middle, to, hashes));
  }

  /** The largest power of two strictly below n, for n of 2 or more. */
  static long split(long n) {
    return Long.highestOneBit(n - 1);
  }
}
