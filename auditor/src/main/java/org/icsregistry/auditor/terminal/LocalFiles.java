package org.icsregistry.auditor.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.icsregistry.auditor.source.SourceException;
import org.icsregistry.log.LogException;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.policy.TlogPolicy;

/** Files that a command reads and writes. */
public final class LocalFiles {
  private LocalFiles() {}

  /**
   * @throws SourceException if it cannot be read
   */
  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new SourceException("Expected to read %s, got %s".formatted(file, e), e);
    }
  }

  /** A policy file (C2SP tlog-policy). */
  public static TlogPolicy policy(Path file) {
    try {
      return TlogPolicy.parse(bytes(file));
    } catch (LogException e) {
      throw new SourceException("Expected a policy in %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** A signed checkpoint, not verified. */
  public static SignedCheckpoint checkpoint(Path file) {
    try {
      return SignedCheckpoint.parse(bytes(file));
    } catch (LogException e) {
      throw new SourceException(
          "Expected a checkpoint in %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Writes a file so that it is there completely or as it was before. */
  public static void write(Path file, byte[] bytes) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Path made = Files.createTempFile(folder, ".audit", ".part");
      Files.write(made, bytes);
      Files.move(made, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new SourceException("Expected to write %s, got %s".formatted(file, e), e);
    }
  }
}
