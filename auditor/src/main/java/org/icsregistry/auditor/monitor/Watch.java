package org.icsregistry.auditor.monitor;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.icsregistry.auditor.finding.CheckpointFinding;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.auditor.source.SourceException;
import org.icsregistry.auditor.source.TiledSource;
import org.icsregistry.auditor.verify.Tiles;
import org.icsregistry.log.LogException;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.policy.TlogPolicy;
import org.icsregistry.log.tile.TileHashes;
import org.icsregistry.log.tree.ConsistencyProof;
import org.icsregistry.log.tree.ProofException;

/** One look at a log and at everybody who was shown it. */
final class Watch {
  private final TiledSource log;
  private final List<Peer> peers;
  private final TlogPolicy policy;
  private final PrintWriter terminal;
  private final Findings findings = new Findings();

  Watch(TiledSource log, List<Peer> peers, TlogPolicy policy, PrintWriter terminal) {
    this.log = log;
    this.peers = peers;
    this.policy = policy;
    this.terminal = terminal;
  }

  /**
   * Looks once.
   *
   * @param before what the log showed at the last look
   * @return what it shows now, to be kept for the next look; what it showed before if it shows less
   * @throws SourceException if the log cannot be read
   */
  Optional<SignedCheckpoint> look(Optional<SignedCheckpoint> before) {
    Optional<SignedCheckpoint> now = log.checkpoint().flatMap(note -> verified(log.name(), note));
    if (now.isEmpty()) {
      findings.add(new CheckpointFinding.NoCheckpoint(log.name()));
      return before;
    }
    before.ifPresent(kept -> compareWithBefore(kept, now.get()));
    for (Peer peer : peers) {
      compareWithPeer(peer, now.get());
    }
    return before.filter(kept -> size(kept) > size(now.get())).or(() -> now);
  }

  Findings findings() {
    return findings;
  }

  private void compareWithBefore(SignedCheckpoint kept, SignedCheckpoint now) {
    if (size(now) < size(kept)) {
      findings.add(new CheckpointFinding.RolledBack(log.name(), kept, now));
    }
    compare(log.name(), kept, now);
  }

  /** A peer may be ahead, because its answer is newer than ours: then the log is asked again. */
  private void compareWithPeer(Peer peer, SignedCheckpoint now) {
    try {
      Optional<SignedCheckpoint> theirs =
          peer.checkpoint(now.checkpoint().origin())
              .flatMap(note -> verified(peer.address(), note));
      if (theirs.isEmpty()) {
        terminal.println(peer.address() + " has no checkpoint of this log");
        return;
      }
      SignedCheckpoint ours = size(theirs.get()) > size(now) ? latest(now) : now;
      if (size(theirs.get()) > size(ours)) {
        findings.add(new CheckpointFinding.RolledBack(log.name(), theirs.get(), ours));
      }
      compare(peer.address(), theirs.get(), ours);
    } catch (SourceException away) {
      terminal.println(away.getMessage());
    }
    terminal.flush();
  }

  private SignedCheckpoint latest(SignedCheckpoint otherwise) {
    return log.checkpoint().flatMap(note -> verified(log.name(), note)).orElse(otherwise);
  }

  /** The smaller of two has to be a beginning of the larger. */
  private void compare(String source, SignedCheckpoint a, SignedCheckpoint b) {
    SignedCheckpoint smaller = size(a) <= size(b) ? a : b;
    Checkpoint first = smaller.checkpoint();
    Checkpoint second = (smaller.equals(a) ? b : a).checkpoint();
    if (first.size() == second.size()) {
      if (!Arrays.equals(first.root(), second.root())) {
        findings.add(new CheckpointFinding.SplitView(source, a, b, "two signed roots of one size"));
      }
      return;
    }
    TileHashes hashes = new TileHashes(second.size(), Tiles.reader(log));
    try {
      ConsistencyProof.create(first.size(), second.size(), hashes)
          .verify(first.root(), second.root());
    } catch (ProofException e) {
      findings.add(
          new CheckpointFinding.SplitView(source, a, b, "no consistency: " + e.getMessage()));
    } catch (SourceException tilesMissing) {
      // Tiles of a size that the log does not show are not there; the rollback has been raised.
      terminal.println("The two cannot be compared further: " + tilesMissing.getMessage());
    }
  }

  private Optional<SignedCheckpoint> verified(String source, byte[] note) {
    try {
      SignedCheckpoint signed = SignedCheckpoint.parse(note);
      policy.verify(signed);
      return Optional.of(signed);
    } catch (LogException e) {
      findings.add(
          new CheckpointFinding.CheckpointRejected(source, 0, String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private static long size(SignedCheckpoint signed) {
    return signed.checkpoint().size();
  }
}
