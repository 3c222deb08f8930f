package org.icsregistry.log.tree;

import java.util.List;

/** Subtrees computed by the recursive definition, and only those that lie within the tree. */
record MemoryTree(List<byte[]> leafHashes) implements HashSource {
  @Override
  public byte[] subtree(int level, long index) {
    int from = Math.toIntExact(index << level);
    return ReferenceTree.root(leafHashes.subList(from, from + (1 << level)));
  }

  byte[] root(int size) {
    return ReferenceTree.root(leafHashes.subList(0, size));
  }
}
