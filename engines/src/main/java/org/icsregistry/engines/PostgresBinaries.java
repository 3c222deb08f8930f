package org.icsregistry.engines;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/**
 * Where the PostgreSQL programs are unpacked, once per user and version. Unpacking takes seconds
 * and can be interrupted; the library would then take a half-written program for a whole one, so an
 * unfinished directory is removed first.
 */
final class PostgresBinaries {

  private PostgresBinaries() {}

  static Path directory() {
    String cache = Objects.requireNonNullElse(System.getenv("XDG_CACHE_HOME"), "");
    Path base =
        cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
    return base.resolve("ics-volunteer-registry").resolve("postgres");
  }

  static boolean ready(Path directory) throws IOException {
    List<Path> unpacked = versions(directory);
    return !unpacked.isEmpty() && unpacked.stream().allMatch(PostgresBinaries::finished);
  }

  /** Waits while another process unpacks. */
  static FileLock awaitLock(Path directory) throws IOException {
    Files.createDirectories(directory);
    return FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
        .lock();
  }

  static void removeUnfinished(Path directory) throws IOException {
    for (Path version : versions(directory)) {
      if (!finished(version)) {
        Directories.delete(version);
      }
    }
  }

  private static boolean finished(Path version) {
    return Files.exists(version.resolve(".exists"));
  }

  private static List<Path> versions(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var entries = Files.list(directory)) {
      return entries.filter(entry -> entry.getFileName().toString().startsWith("PG-")).toList();
    }
  }
}
