package org.icsregistry.auditor.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.icsregistry.auditor.TestLog;
import org.icsregistry.auditor.finding.CheckpointFinding;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.log.Strict;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.tree.Frontier;
import org.icsregistry.log.tree.Rfc6962;
import org.junit.jupiter.api.Test;

/** Roots whose notes nobody hands out any more. */
class RootCheckTest {
  private static final TestLog LOG = TestLog.of(30);
  private static final TestLog FORK = TestLog.of(LOG.entries().reversed());

  private final Findings findings = new Findings();
  private final SplitViews splits = new SplitViews(new Evidence(), List.of(), findings);

  @Test
  void check_raisesAnAlarm_whenTheNoteOfAnotherHistoryIsGone() {
    Checkpoint forged = FORK.signed(20).checkpoint();
    var collector = new SignedRoots.Collector();
    collector.add(20, forged.root());
    collector.add(30, LOG.signed().checkpoint().root());
    SignedRoots roots = collector.between(0, 30);
    Track track = new Track("folder", Frontier.empty(), roots);
    LOG.entries().forEach(entry -> track.leaf(Rfc6962.leafHash(entry)));

    new RootCheck(roots, LOG.signed(), splits, findings).check(List.of(track));

    assertThat(findings.all())
        .containsExactly(
            new CheckpointFinding.CheckpointWithdrawn(
                20, "root " + Strict.base64(forged.root()), LOG.signed()));
    assertThat(findings.alarms()).isEqualTo(1);
  }

  @Test
  void ofOneSize_raisesAnAlarm_whenTheNoteOfTheOtherRootIsGone() {
    SignedCheckpoint second = FORK.signed(20);

    splits.ofOneSize(List.of(new Evidence.Shown("http", second)));

    assertThat(findings.all())
        .containsExactly(new CheckpointFinding.CheckpointWithdrawn(20, "another root", second));
  }
}
