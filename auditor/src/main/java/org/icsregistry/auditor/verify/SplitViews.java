package org.icsregistry.auditor.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.icsregistry.auditor.finding.CheckpointFinding;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.auditor.source.LogSource;
import org.icsregistry.auditor.verify.Evidence.Shown;
import org.icsregistry.log.Strict;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.SignedCheckpoint;

/** Says that two histories were signed: with both notes if they are at hand, never silently. */
final class SplitViews {
  private static final int MOST = 10;

  private final Evidence evidence;
  private final List<LogSource> sources;
  private final Findings findings;
  private final Set<Long> reported = new HashSet<>();
  private int count;

  SplitViews(Evidence evidence, List<LogSource> sources, Findings findings) {
    this.evidence = evidence;
    this.sources = List.copyOf(sources);
    this.findings = findings;
  }

  /** Each of these has another root than one of the same size that was read before it. */
  void ofOneSize(List<Shown> seconds) {
    for (Shown second : new ArrayList<>(seconds)) {
      Checkpoint checkpoint = second.signed().checkpoint();
      if (reported.add(checkpoint.size()) && count++ < MOST) {
        var first =
            evidence.find(
                sources,
                other ->
                    other.size() == checkpoint.size()
                        && !Arrays.equals(other.root(), checkpoint.root()));
        findings.add(
            first.isPresent()
                ? new CheckpointFinding.SplitView(
                    second.source(),
                    first.get().signed(),
                    second.signed(),
                    "two signed roots of one size")
                : new CheckpointFinding.CheckpointWithdrawn(
                    checkpoint.size(), "another root", second.signed()));
      }
    }
  }

  /** This root was signed, and is no beginning of a larger tree that was signed too. */
  void ofSmaller(long size, byte[] root, SignedCheckpoint larger) {
    // Two of one size were reported with each other.
    if (reported.contains(size) || count++ >= MOST) {
      return;
    }
    Optional<Shown> smaller =
        evidence.find(sources, other -> other.size() == size && Arrays.equals(other.root(), root));
    findings.add(
        smaller.isPresent()
            ? new CheckpointFinding.SplitView(
                smaller.get().source(),
                smaller.get().signed(),
                larger,
                "a smaller checkpoint that is no beginning of the larger one")
            : new CheckpointFinding.CheckpointWithdrawn(
                size, "root " + Strict.base64(root), larger));
  }
}
