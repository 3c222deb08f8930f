package org.icsregistry.auditor.verify;

import java.util.Comparator;
import java.util.List;
import org.icsregistry.auditor.finding.CheckpointFinding;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.log.Strict;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/** Whether the histories that were read pass through every root that was signed. */
final class RootCheck {
  private final SignedRoots roots;
  private final SignedCheckpoint newest;
  private final SplitViews splits;
  private final Findings findings;

  RootCheck(SignedRoots roots, SignedCheckpoint newest, SplitViews splits, Findings findings) {
    this.roots = roots;
    this.newest = newest;
    this.splits = splits;
    this.findings = findings;
  }

  /** Whether a history leads to a root that was signed for this size. */
  static boolean reaches(Track track, SignedRoots roots, long size) {
    for (int i = roots.count() - 1; i >= 0 && roots.size(i) == size; i--) {
      if (track.matches(i)) {
        return true;
      }
    }
    return false;
  }

  void check(List<Track> histories) {
    Track best = histories.stream().max(Comparator.comparingLong(this::lastMatch)).orElseThrow();
    if (!reaches(best, roots, newest.checkpoint().size())) {
      Track reached = histories.stream().filter(t -> t.lastRoot() != null).findFirst().orElse(best);
      findings.add(
          new CheckpointFinding.RootMismatch(
              lastMatch(best),
              newest.checkpoint().size(),
              Strict.base64(newest.checkpoint().root()),
              text(reached.lastRoot())));
      return;
    }
    for (int i = 0; i < roots.count(); i++) {
      if (!best.matches(i)) {
        splits.ofSmaller(roots.size(i), roots.root(i), newest);
      }
    }
  }

  private long lastMatch(Track track) {
    for (int i = roots.count() - 1; i >= 0; i--) {
      if (track.matches(i)) {
        return roots.size(i);
      }
    }
    return 0;
  }

  private static String text(byte @Nullable [] root) {
    return root == null
        ? "that cannot be computed, because entries are missing"
        : Strict.base64(root);
  }
}
