package org.icsregistry.auditor.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.icsregistry.auditor.verify.Difference.Altered;
import org.icsregistry.auditor.verify.Difference.Inserted;
import org.icsregistry.auditor.verify.Difference.Kind;
import org.icsregistry.auditor.verify.Difference.Removed;
import org.icsregistry.auditor.verify.Difference.Swapped;
import org.jspecify.annotations.Nullable;

/**
 * Lays what a source hands out beside what was expected, so that an event that is missing or too
 * many is named once and not with everything behind it. Expected is the leaf hash where tiles have
 * it, otherwise the index that an event claims for itself.
 */
final class Alignment {
  private static final int LOOK_AHEAD = 64;

  /** What is expected at an index. */
  interface Expectation {
    /** The leaf hash; null if it is not known. */
    byte @Nullable [] leafHash(long index);
  }

  /** Who is told. */
  interface Listener {
    /** The entry at an index, in order; every index up to the end, but for those removed. */
    void entry(long index, Examined entry, boolean asExpected);

    /** An entry that is not as expected. */
    void difference(Difference difference);
  }

  private final String source;
  private final Expectation expectation;
  private final long end;
  private final Listener listener;
  private List<Examined> waiting = new ArrayList<>();
  private int at;
  private long position;

  Alignment(String source, Expectation expectation, long from, long end, Listener listener) {
    this.source = source;
    this.expectation = expectation;
    this.position = from;
    this.end = end;
    this.listener = listener;
  }

  /** The next entries as the source has them. */
  void offer(List<Examined> entries) {
    List<Examined> joined = new ArrayList<>(waiting.subList(at, waiting.size()));
    joined.addAll(entries);
    waiting = joined;
    at = 0;
    align(LOOK_AHEAD);
  }

  /** The source has nothing more. */
  void finish() {
    align(0);
    while (at < waiting.size()) {
      report(new Inserted(), waiting.get(at++));
    }
  }

  /** The first index that nothing was found for yet. */
  long position() {
    return position;
  }

  private void align(int reserve) {
    while (waiting.size() - at > reserve && position < end) {
      Examined entry = waiting.get(at);
      if (fits(0, position)) {
        listener.entry(position++, entry, true);
        at++;
      } else {
        diagnose(entry);
      }
    }
  }

  private void diagnose(Examined entry) {
    long claimed = entry.claimed();
    boolean elsewhere = claimed > position && claimed < end && fits(0, claimed);
    int distance = Math.clamp(claimed - position, 0, Integer.MAX_VALUE);
    if (elsewhere && fits(distance, position)) {
      swap(entry, distance);
    } else if (elsewhere) {
      while (position < claimed) {
        report(new Removed(), null);
        position++;
      }
    } else {
      int inserted = fits(1, position + 1) ? 0 : insertedBefore();
      if (inserted > 0) {
        for (int i = 0; i < inserted; i++) {
          report(new Inserted(), waiting.get(at++));
        }
      } else {
        report(new Altered(), entry);
        listener.entry(position++, entry, false);
        at++;
      }
    }
  }

  private void swap(Examined entry, int distance) {
    report(new Swapped(position + distance), entry);
    Examined other = waiting.get(at + distance);
    waiting.set(at, other);
    waiting.set(at + distance, entry);
  }

  /** How many entries stand before the one that is expected; 0 if it does not come soon. */
  private int insertedBefore() {
    for (int i = 1; i <= LOOK_AHEAD; i++) {
      if (fits(i, position)) {
        return i;
      }
    }
    return 0;
  }

  private boolean fits(int ahead, long index) {
    if (at + ahead >= waiting.size() || index >= end) {
      return false;
    }
    Examined entry = waiting.get(at + ahead);
    byte[] expected = expectation.leafHash(index);
    return expected != null
        ? Arrays.equals(expected, entry.leafHash())
        : entry.claimed() == index || entry.unknownType();
  }

  private void report(Kind kind, @Nullable Examined entry) {
    listener.difference(
        new Difference(
            source,
            kind,
            position,
            position < end ? expectation.leafHash(position) : null,
            entry == null ? null : entry.leafHash()));
  }
}
