package org.icsregistry.auditor.verify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.icsregistry.auditor.finding.CheckpointFinding;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.auditor.source.LogSource;
import org.icsregistry.auditor.source.SourceException;
import org.icsregistry.auditor.source.TiledSource;
import org.icsregistry.log.checkpoint.SignedCheckpoint;

/** Whether a source shows less than was signed before. */
final class Rollback {
  // A cache may serve a checkpoint that is some seconds old (C2SP tlog-tiles, Checkpoints).
  private static final int ATTEMPTS = 6;
  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final CheckpointBook book;
  private final Findings findings;

  Rollback(CheckpointBook book, Findings findings) {
    this.book = book;
    this.findings = findings;
  }

  /** Compares what is served with the largest that any source has. */
  void check(TiledSource source) {
    for (int attempt = 1; book.newestOf(source.name()).isPresent(); attempt++) {
      SignedCheckpoint served = book.newestOf(source.name()).get();
      SignedCheckpoint newest = book.newest().orElse(served);
      if (size(served) >= size(newest)) {
        return;
      }
      if (attempt == ATTEMPTS) {
        findings.add(new CheckpointFinding.RolledBack(source.name(), newest, served));
        return;
      }
      pause();
      book.read(source);
    }
  }

  /** Compares each source with what was kept. */
  void checkKept(SignedCheckpoint kept, List<LogSource> sources) {
    for (LogSource source : sources) {
      Optional<SignedCheckpoint> newest = book.newestOf(source.name());
      if (newest.isPresent() && size(newest.get()) < size(kept)) {
        findings.add(new CheckpointFinding.RolledBack(source.name(), kept, newest.get()));
      }
    }
  }

  private static long size(SignedCheckpoint signed) {
    return signed.checkpoint().size();
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceException("Interrupted while waiting for a newer checkpoint", e);
    }
  }
}
