package org.icsregistry.log.tree;

import static org.icsregistry.log.tree.InclusionProof.checkLength;
import static org.icsregistry.log.tree.Rfc6962.nodeHash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Shows that a tree is an earlier tree with entries appended, and nothing else changed (RFC 6962
 * section 2.1.2, RFC 9162 section 2.1.4).
 *
 * @param first number of entries in the earlier tree
 * @param second number of entries in the later tree
 * @param path hashes, 32 bytes each; none if the sizes are equal or the earlier tree is empty
 */
public record ConsistencyProof(long first, long second, List<byte[]> path) {
  /**
   * Nothing is checked here but by {@link #verify}, so that a hostile proof can be held and then
   * refused.
   */
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /**
   * PROOF(first, D[second]) of RFC 6962 section 2.1.2.
   *
   * @throws ProofException.SizesDecrease if the later tree is smaller
   * @throws ProofException.NegativeSize if a size is below 0
   */
  public static ConsistencyProof create(long first, long second, HashSource hashes) {
    checkSizes(first, second);
    if (first == 0 || first == second) {
      return new ConsistencyProof(first, second, List.of());
    }
    List<byte[]> path = new ArrayList<>();
    long from = 0;
    long to = second;
    while (to != first) {
      long middle = from + TreeHash.split(to - from);
      if (first <= middle) {
        path.add(TreeHash.range(middle, to, hashes));
        to = middle;
      } else {
        path.add(TreeHash.range(from, middle, hashes));
        from = middle;
      }
    }
    if (from > 0) {
      path.add(TreeHash.range(from, to, hashes));
    }
    return new ConsistencyProof(first, second, path.reversed());
  }

  /**
   * Checks the proof in the steps of RFC 9162 section 2.1.4.2. Beyond the RFC, which leaves out
   * these cases: equal sizes need equal roots, the empty tree has the root of RFC 6962 section 2.1
   * and is the beginning of every tree, and both need an empty path (C2SP tlog-witness,
   * add-checkpoint).
   *
   * @param firstRoot root of the earlier tree
   * @param secondRoot root of the later tree
   * @throws ProofException if it does not hold, one subclass per defect
   */
  public void verify(byte[] firstRoot, byte[] secondRoot) {
    checkSizes(first, second);
    checkEmptyTrees(firstRoot, secondRoot);
    if (first == second) {
      checkNoPath();
      if (!Arrays.equals(firstRoot, secondRoot)) {
        throw new ProofException.WrongRoot(second);
      }
      return;
    }
    checkLength("earlier root", firstRoot);
    checkLength("later root", secondRoot);
    if (first == 0) {
      checkNoPath();
    } else {
      walk(firstRoot, secondRoot);
    }
  }

  private void walk(byte[] firstRoot, byte[] secondRoot) {
    List<byte[]> steps = steps(firstRoot);
    int shift = Long.numberOfTrailingZeros(first);
    long fn = (first - 1) >>> shift;
    long sn = (second - 1) >>> shift;
    byte[] fr = steps.getFirst();
    byte[] sr = steps.getFirst();
    for (byte[] c : steps.subList(1, steps.size())) {
      if (sn == 0) {
        throw new ProofException.PathTooLong(path.size());
      }
      if ((fn & 1) == 1 || fn == sn) {
        fr = nodeHash(c, fr);
        sr = nodeHash(c, sr);
        // None if fn is odd; otherwise fn = sn, which is not 0, until it is odd.
        int even = Long.numberOfTrailingZeros(fn);
        fn >>>= even;
        sn >>>= even;
      } else {
        sr = nodeHash(sr, c);
      }
      fn >>>= 1;
      sn >>>= 1;
    }
    if (sn != 0) {
      throw new ProofException.PathTooShort(path.size());
    }
    compare(fr, firstRoot, sr, secondRoot);
  }

  /**
   * The path, with the earlier root in front if that tree is perfect and its root therefore left
   * out of the path.
   */
  private List<byte[]> steps(byte[] firstRoot) {
    path.forEach(hash -> checkLength("path", hash));
    if (path.isEmpty()) {
      throw new ProofException.PathTooShort(0);
    }
    List<byte[]> steps = new ArrayList<>();
    if (Long.bitCount(first) == 1) {
      steps.add(firstRoot);
    }
    steps.addAll(path);
    return steps;
  }

  private void compare(byte[] fr, byte[] firstRoot, byte[] sr, byte[] secondRoot) {
    if (!Arrays.equals(fr, firstRoot)) {
      throw new ProofException.WrongFirstRoot(first);
    }
    if (!Arrays.equals(sr, secondRoot)) {
      throw new ProofException.WrongRoot(second);
    }
  }

  private void checkEmptyTrees(byte[] firstRoot, byte[] secondRoot) {
    byte[] empty = Rfc6962.emptyRoot();
    if ((first == 0 && !Arrays.equals(firstRoot, empty))
        || (second == 0 && !Arrays.equals(secondRoot, empty))) {
      throw new ProofException.WrongEmptyRoot();
    }
  }

  private void checkNoPath() {
    if (!path.isEmpty()) {
      throw new ProofException.PathNotEmpty(first, second, path.size());
    }
  }

  private static void checkSizes(long first, long second) {
    if (first < 0 || second < 0) {
      throw new ProofException.NegativeSize(Math.min(first, second));
    }
    if (first > second) {
      throw new ProofException.SizesDecrease(first, second);
    }
  }
}
