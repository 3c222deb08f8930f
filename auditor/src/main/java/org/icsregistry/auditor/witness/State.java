package org.icsregistry.auditor.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.icsregistry.log.LogException;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.SignedCheckpoint;

/**
 * What a witness must never lose: for each log the last checkpoint it cosigned, in {@code <SHA-256
 * of the origin>/checkpoint}. Held by one process at a time.
 */
final class State implements AutoCloseable {

  private final Path directory;
  private final FileLock lock;

  private State(Path directory, FileLock lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /**
   * @throws WitnessException if another process holds it, or it cannot be written
   */
  static State open(Path directory) {
    try {
      Files.createDirectories(directory);
      var channel =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw held(directory);
      }
      return new State(directory, lock);
    } catch (OverlappingFileLockException e) {
      throw held(directory);
    } catch (IOException e) {
      throw new WitnessException("The state in %s cannot be used: %s".formatted(directory, e), e);
    }
  }

  private static WitnessException held(Path directory) {
    return new WitnessException(
        "Another witness holds the state in %s; two on one state could cosign two histories"
            .formatted(directory));
  }

  /**
   * The last checkpoint that was cosigned of a log; empty if this witness never began with it.
   *
   * @throws WitnessException if the file is damaged
   */
  Optional<SignedCheckpoint> read(String origin) {
    var file = file(origin);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      return Optional.of(SignedCheckpoint.parse(Files.readAllBytes(file)));
    } catch (IOException | LogException e) {
      throw new WitnessException(
          "The state in %s is damaged (%s). Restore it, or begin at a checkpoint that another witness or a monitor kept: --begin-at FILE"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Returns when the checkpoint would survive a power cut. */
  void write(SignedCheckpoint cosigned) throws IOException {
    var file = file(cosigned.checkpoint().origin());
    var parent = directory.resolve(originHash(cosigned.checkpoint().origin()));
    if (!Files.isDirectory(parent)) {
      Files.createDirectories(parent);
      Durable.flush(directory);
    }
    Durable.replace(file, cosigned.bytes());
  }

  /**
   * Keeps two checkpoints that only a log which shows different histories signs; the same pair is
   * kept once.
   *
   * @return where
   */
  Path keepEvidence(SignedCheckpoint ours, SignedCheckpoint other) throws IOException {
    Checkpoint checkpoint = other.checkpoint();
    var kept =
        evidence()
            .resolve(
                "%s-%d-%s"
                    .formatted(
                        originHash(checkpoint.origin()).substring(0, 16),
                        checkpoint.size(),
                        HexFormat.of().formatHex(checkpoint.root(), 0, 8)));
    Files.createDirectories(kept);
    Durable.replace(kept.resolve("cosigned-here"), ours.bytes());
    Durable.replace(kept.resolve("offered"), other.bytes());
    return kept;
  }

  /** How many contradictions were kept so far. */
  long contradictions() throws IOException {
    if (!Files.isDirectory(evidence())) {
      return 0;
    }
    try (var kept = Files.list(evidence())) {
      return kept.count();
    }
  }

  private Path evidence() {
    return directory.resolve("evidence");
  }

  private Path file(String origin) {
    return directory.resolve(originHash(origin)).resolve("checkpoint");
  }

  /** How C2SP tlog-witness, Monitor Retrieval Mechanism, names a log in a path. */
  static String originHash(String origin) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(origin.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256; this one does not", e);
    }
  }

  @Override
  public void close() {
    try {
      lock.acquiredBy().close();
    } catch (IOException e) {
      throw new WitnessException("The state in %s cannot be closed".formatted(directory), e);
    }
  }
}
