package org.icsregistry.auditor.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.icsregistry.auditor.finding.CheckpointFinding;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.auditor.source.LogSource;
import org.icsregistry.auditor.verify.Evidence.Shown;
import org.icsregistry.log.LogException;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.policy.TlogPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Every checkpoint of every source, its signature and cosignatures verified. Keeps size and root of
 * each, and the whole note only of the newest ones and of those read last.
 */
final class CheckpointBook {
  private static final int BATCH = 256;

  private final TlogPolicy policy;
  private final Findings findings;
  private final SignedRoots.Collector roots = new SignedRoots.Collector();
  private final Evidence evidence = new Evidence();
  private final List<Shown> seconds = new ArrayList<>();
  private final Map<String, SignedCheckpoint> newestBySource = new HashMap<>();
  private final Map<String, Long> cosigned = new HashMap<>();
  private @Nullable SignedCheckpoint newest;
  private @Nullable SignedCheckpoint newestCosigned;
  private long count;

  /** Either what was verified, or why it was not. */
  private record Judged(
      @Nullable SignedCheckpoint signed, TlogPolicy.@Nullable Verdict verdict, String why) {}

  CheckpointBook(TlogPolicy policy, Findings findings) {
    this.policy = policy;
    this.findings = findings;
  }

  /** Reads all checkpoints of a source. */
  void read(LogSource source) {
    List<byte[]> batch = new ArrayList<>(BATCH);
    source.eachCheckpoint(note -> {
      batch.add(note);
      if (batch.size() == BATCH) {
        judge(source, batch);
      }
    });
    judge(source, batch);
    if (!newestBySource.containsKey(source.name())) {
      findings.add(new CheckpointFinding.NoCheckpoint(source.name()));
    }
  }

  /**
   * One that was kept from an earlier time: a root to pass through, with cosignatures that go on
   * counting, and nothing a source has.
   */
  void keep(SignedCheckpoint signed) {
    note("kept", signed, policy.verify(signed));
  }

  /** One that a source has. */
  void add(String source, SignedCheckpoint signed, TlogPolicy.Verdict verdict) {
    count++;
    newestBySource.merge(source, signed, CheckpointBook::later);
    newest = newest == null ? signed : later(newest, signed);
    note(source, signed, verdict);
  }

  private void note(String source, SignedCheckpoint signed, TlogPolicy.Verdict verdict) {
    Checkpoint checkpoint = verdict.checkpoint();
    evidence.hold(source, signed);
    if (!roots.add(checkpoint.size(), checkpoint.root())) {
      seconds.add(new Shown(source, signed));
    }
    if (verdict.quorumReached()) {
      newestCosigned = newestCosigned == null ? signed : later(newestCosigned, signed);
    }
    verdict.cosigned().keySet().forEach(name -> cosigned.merge(name, checkpoint.size(), Math::max));
  }

  private void judge(LogSource source, List<byte[]> notes) {
    for (Judged judged : notes.parallelStream().map(this::judged).toList()) {
      if (judged.signed() != null && judged.verdict() != null) {
        add(source.name(), judged.signed(), judged.verdict());
      } else {
        findings.add(
            new CheckpointFinding.CheckpointRejected(source.name(), count++, judged.why()));
      }
    }
    notes.clear();
  }

  private Judged judged(byte[] note) {
    try {
      SignedCheckpoint signed = SignedCheckpoint.parse(note);
      return new Judged(signed, policy.verify(signed), "");
    } catch (LogException e) {
      return new Judged(null, null, String.valueOf(e.getMessage()));
    }
  }

  /** Of two with one size, the one with more signatures says more. */
  private static SignedCheckpoint later(SignedCheckpoint a, SignedCheckpoint b) {
    int bySize = Long.compare(a.checkpoint().size(), b.checkpoint().size());
    if (bySize != 0) {
      return bySize > 0 ? a : b;
    }
    return a.note().signatures().size() >= b.note().signatures().size() ? a : b;
  }

  /** Those with another root than one of the same size that was read before. */
  List<Shown> seconds() {
    return seconds;
  }

  /** Where to find a note again. */
  Evidence evidence() {
    return evidence;
  }

  /** How many there were. */
  long count() {
    return count;
  }

  Optional<SignedCheckpoint> newest() {
    return Optional.ofNullable(newest);
  }

  Optional<SignedCheckpoint> newestCosigned() {
    return Optional.ofNullable(newestCosigned);
  }

  Optional<SignedCheckpoint> newestOf(String source) {
    return Optional.ofNullable(newestBySource.get(source));
  }

  /** The largest size that a witness has cosigned; -1 for none. */
  long cosignedBy(String witness) {
    return cosigned.getOrDefault(witness, -1L);
  }

  SignedRoots rootsBetween(long least, long most) {
    return roots.between(least, most);
  }
}
