package org.icsregistry.log.tree;

/** Where the hashes of a tree come from: tiles, a table, memory. */
@FunctionalInterface
public interface HashSource {
  /**
   * The root of the perfect subtree over the entries {@code [index × 2^level, (index + 1) ×
   * 2^level)}; at level 0 a leaf hash. Asked only for subtrees that lie within the tree.
   *
   * @param level height of the subtree, 0 to 62
   * @param index place of the subtree among those of its level, from 0
   * @return 32 bytes
   */
  byte[] subtree(int level, long index);
}
