package org.icsregistry.auditor.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sizes and roots that the log has signed, each once, by size. */
final class SignedRoots {
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Signed(long size, byte[] root) {}

  private final List<Signed> roots;

  private SignedRoots(List<Signed> roots) {
    this.roots = roots;
  }

  int count() {
    return roots.size();
  }

  long size(int number) {
    return roots.get(number).size();
  }

  byte[] root(int number) {
    return roots.get(number).root();
  }

  /** Takes them in any order. */
  static final class Collector {
    private final SortedMap<Long, List<byte[]>> bySize = new TreeMap<>();

    /** Whether no other root is known of this size; each further one is told once. */
    boolean add(long size, byte[] root) {
      List<byte[]> known = bySize.computeIfAbsent(size, _ -> new ArrayList<>(1));
      if (known.stream().anyMatch(other -> Arrays.equals(other, root))) {
        return true;
      }
      known.add(root);
      return known.size() == 1;
    }

    /** All between these sizes, both included. */
    SignedRoots between(long least, long most) {
      List<Signed> roots = new ArrayList<>();
      bySize
          .subMap(least, most + 1)
          .forEach((size, some) -> some.forEach(root -> roots.add(new Signed(size, root))));
      return new SignedRoots(roots);
    }
  }
}
