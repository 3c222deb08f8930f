package org.icsregistry.auditor.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.icsregistry.auditor.finding.Finding;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.auditor.source.LogSource;
import org.icsregistry.log.LogException;
import org.icsregistry.log.Strict;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/** Whether the histories that were read pass through every root that was signed. */
final class RootCheck {
  private static final int MOST_SPLITS = 10;

  private final SignedRoots roots;
  private final SignedCheckpoint newest;
  private final List<LogSource> sources;
  private final Findings findings;

  RootCheck(
      SignedRoots roots, SignedCheckpoint newest, List<LogSource> sources, Findings findings) {
    this.roots = roots;
    this.newest = newest;
    this.sources = sources;
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
          new Finding.RootMismatch(
              lastMatch(best),
              newest.checkpoint().size(),
              Strict.base64(newest.checkpoint().root()),
              text(reached.lastRoot())));
      return;
    }
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < roots.count(); i++) {
      if (!best.matches(i)) {
        others.add(i);
      }
    }
    others.stream().limit(MOST_SPLITS).forEach(this::split);
  }

  private long lastMatch(Track track) {
    for (int i = roots.count() - 1; i >= 0; i--) {
      if (track.matches(i)) {
        return roots.size(i);
      }
    }
    return 0;
  }

  /** Two of one size have been reported when they were read. */
  private void split(int number) {
    if (roots.size(number) == newest.checkpoint().size()) {
      return;
    }
    for (LogSource source : sources) {
      SignedCheckpoint other = find(source, roots.size(number), roots.root(number));
      if (other != null) {
        findings.add(
            new Finding.SplitView(
                source.name(),
                other,
                newest,
                "a smaller checkpoint that is no beginning of the larger one"));
        return;
      }
    }
  }

  private static @Nullable SignedCheckpoint find(LogSource source, long size, byte[] root) {
    List<SignedCheckpoint> found = new ArrayList<>();
    source.eachCheckpoint(note -> {
      try {
        SignedCheckpoint signed = SignedCheckpoint.parse(note);
        Checkpoint checkpoint = signed.checkpoint();
        if (checkpoint.size() == size && Arrays.equals(checkpoint.root(), root)) {
          found.add(signed);
        }
      } catch (LogException reported) {
        // Notes that are none were reported when they were read first.
        return;
      }
    });
    return found.isEmpty() ? null : found.getFirst();
  }

  private static String text(byte @Nullable [] root) {
    return root == null
        ? "that cannot be computed, because entries are missing"
        : Strict.base64(root);
  }
}
