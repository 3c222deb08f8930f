package org.icsregistry.log.tree;

import static org.icsregistry.log.tree.Rfc6962.HASH_BYTES;
import static org.icsregistry.log.tree.Rfc6962.nodeHash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Shows that an entry is at an index of a tree (RFC 6962 section 2.1.1, RFC 9162 section 2.1.3).
 *
 * @param index place of the entry, from 0
 * @param size number of entries in the tree
 * @param path hashes from the sibling of the leaf up to the child of the root, 32 bytes each
 */
public record InclusionProof(long index, long size, List<byte[]> path) {
  /**
   * Nothing is checked here but by {@link #verify}, so that a hostile proof can be held and then
   * refused.
   */
  public InclusionProof {
    path = List.copyOf(path);
  }

  /**
   * PATH(index, D[size]) of RFC 6962 section 2.1.1.
   *
   * @throws ProofException.IndexOutsideTree if the tree has no such entry
   */
  public static InclusionProof create(long index, long size, HashSource hashes) {
    checkIndex(index, size);
    List<byte[]> path = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + TreeHash.split(to - from);
      if (index < middle) {
        path.add(TreeHash.range(middle, to, hashes));
        to = middle;
      } else {
        path.add(TreeHash.range(from, middle, hashes));
        from = middle;
      }
    }
    return new InclusionProof(index, size, path.reversed());
  }

  /**
   * Checks the proof in the steps of RFC 9162 section 2.1.3.2.
   *
   * @param leafHash {@link Rfc6962#leafHash} of the entry
   * @param root root of the tree, from a checkpoint whose signatures were verified
   * @throws ProofException if it does not hold, one subclass per defect
   */
  public void verify(byte[] leafHash, byte[] root) {
    if (!Arrays.equals(rootFrom(leafHash), root)) {
      throw new ProofException.WrongRoot(size);
    }
  }

  /**
   * The root to which the proof leads, which has to be compared with a root that is trusted.
   *
   * @throws ProofException if the proof leads nowhere
   */
  public byte[] rootFrom(byte[] leafHash) {
    checkIndex(index, size);
    checkLength("leaf hash", leafHash);
    long fn = index;
    long sn = size - 1;
    byte[] r = leafHash;
    for (byte[] p : path) {
      checkLength("path", p);
      if (sn == 0) {
        throw new ProofException.PathTooLong(path.size());
      }
      if ((fn & 1) == 1 || fn == sn) {
        r = nodeHash(p, r);
        // None if fn is odd; otherwise fn = sn, which is not 0, until it is odd.
        int shift = Long.numberOfTrailingZeros(fn);
        fn >>>= shift;
        sn >>>= shift;
      } else {
        r = nodeHash(r, p);
      }
      fn >>>= 1;
      sn >>>= 1;
    }
    if (sn != 0) {
      throw new ProofException.PathTooShort(path.size());
    }
    return r;
  }

  static void checkIndex(long index, long size) {
    if (index < 0 || index >= size) {
      throw new ProofException.IndexOutsideTree(index, size);
    }
  }

  static void checkLength(String which, byte[] hash) {
    if (hash.length != HASH_BYTES) {
      throw new ProofException.WrongHashLength(which, hash.length);
    }
  }
}
