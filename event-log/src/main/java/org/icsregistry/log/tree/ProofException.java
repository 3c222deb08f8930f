package org.icsregistry.log.tree;

import org.icsregistry.log.LogException;

/** A proof does not prove what it should, or cannot be one; each defect has its own class. */
public abstract sealed class ProofException extends LogException {
  private ProofException(String message) {
    super(message);
  }

  /** The index is negative or not below the size of the tree. */
  public static final class IndexOutsideTree extends ProofException {
    IndexOutsideTree(long index, long size) {
      super(
          "Index %d is not in a tree of %d entries: the last one is %d"
              .formatted(index, size, size - 1));
    }
  }

  /** A tree is said to have fewer entries than none. */
  public static final class NegativeSize extends ProofException {
    NegativeSize(long size) {
      super("A tree has 0 or more entries, not " + size);
    }
  }

  /** The later tree is smaller than the earlier one. */
  public static final class SizesDecrease extends ProofException {
    SizesDecrease(long first, long second) {
      super(
          "A log only grows, and %d entries are fewer than the earlier %d"
              .formatted(second, first));
    }
  }

  /** A hash that is not 32 bytes long. */
  public static final class WrongHashLength extends ProofException {
    WrongHashLength(String which, int length) {
      super("A hash has 32 bytes, but the %s has %d".formatted(which, length));
    }
  }

  /** Hashes are left when the walk has arrived at the top of the tree. */
  public static final class PathTooLong extends ProofException {
    PathTooLong(int length) {
      super("The path of %d hashes goes on beyond the root".formatted(length));
    }
  }

  /** No hash is left, and the walk has not arrived at the top of the tree. */
  public static final class PathTooShort extends ProofException {
    PathTooShort(int length) {
      super("The path of %d hashes ends below the root".formatted(length));
    }
  }

  /**
   * Between equal sizes, and from the empty tree, there is nothing to prove, yet hashes are given.
   */
  public static final class PathNotEmpty extends ProofException {
    PathNotEmpty(long first, long second, int length) {
      super(
          "From %d to %d entries no hashes are needed, but %d are given"
              .formatted(first, second, length));
    }
  }

  /** The path leads to another root than that of the tree, or of the later tree. */
  public static final class WrongRoot extends ProofException {
    WrongRoot(long size) {
      super("The proof leads to another root than the one given for %d entries".formatted(size));
    }
  }

  /** The path does not contain the earlier tree: history was changed. */
  public static final class WrongFirstRoot extends ProofException {
    WrongFirstRoot(long size) {
      super(
          "The proof leads to another root than the one given for the earlier %d entries"
              .formatted(size));
    }
  }

  /** A tree without entries is given another root than the hash of nothing. */
  public static final class WrongEmptyRoot extends ProofException {
    WrongEmptyRoot() {
      super("The root of a tree without entries is the hash of nothing, and another one is given");
    }
  }
}
