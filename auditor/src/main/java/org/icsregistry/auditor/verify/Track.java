package org.icsregistry.auditor.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.icsregistry.log.tree.Frontier;
import org.jspecify.annotations.Nullable;

/** One history, grown entry by entry, and which of the signed roots it passes through. */
final class Track {
  private static final int BATCH = 1_024;

  private final String name;
  private final SignedRoots roots;
  private final List<byte[]> pending = new ArrayList<>(BATCH);
  private final BitSet matched = new BitSet();
  private @Nullable Frontier frontier;
  private byte @Nullable [] lastRoot;
  private int next;

  Track(String name, Frontier start, SignedRoots roots) {
    this.name = name;
    this.frontier = start;
    this.roots = roots;
    while (next < roots.count() && roots.size(next) < start.size()) {
      next++;
    }
    compare();
  }

  String name() {
    return name;
  }

  /** The next leaf of this history. */
  void leaf(byte[] hash) {
    Frontier tree = frontier;
    if (tree == null) {
      return;
    }
    pending.add(hash);
    if (pending.size() == BATCH || tree.size() + pending.size() == nextSize()) {
      frontier = tree.plus(pending);
      pending.clear();
      compare();
    }
  }

  /** This history has a gap: no root can be computed from here on. */
  void broken() {
    frontier = null;
    pending.clear();
  }

  /** Whether it passes through the signed root with this number. */
  boolean matches(int root) {
    return matched.get(root);
  }

  /** The root computed at the newest size; null if this history does not reach it. */
  byte @Nullable [] lastRoot() {
    return lastRoot;
  }

  private long nextSize() {
    return next < roots.count() ? roots.size(next) : -1;
  }

  /** Several checkpoints of one size are there when two histories were signed. */
  private void compare() {
    Frontier tree = frontier;
    if (tree == null || tree.size() != nextSize()) {
      return;
    }
    byte[] root = tree.root();
    while (tree.size() == nextSize()) {
      matched.set(next, Arrays.equals(root, roots.root(next)));
      next++;
    }
    if (next == roots.count()) {
      lastRoot = root;
    }
  }
}
