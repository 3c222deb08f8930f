package org.icsregistry.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The server process of one data directory, found through its {@code postmaster.pid}. */
final class Postmaster {

  private Postmaster() {}

  /** The live server of this data directory, if there is one. */
  static Optional<ProcessHandle> of(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Files.readAllLines(file).stream()
        .findFirst()
        .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
        .filter(ProcessHandle::isAlive)
        .filter(process -> serves(process, data));
  }

  /**
   * Removes what a killed predecessor left: a server without an owner, and the pid file, whose
   * number may by now belong to another program, in which case PostgreSQL itself would refuse to
   * start. The caller holds the directory's lock.
   */
  static void clearLeftovers(Path data) throws IOException {
    of(data).ifPresent(Postmaster::kill);
    Files.deleteIfExists(data.resolve("postmaster.pid"));
  }

  /** Ends the server and its workers at once (SIGKILL) and waits until they are gone. */
  static void kill(ProcessHandle postmaster) {
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture.allOf(
            all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .join();
  }

  private static boolean serves(ProcessHandle process, Path data) {
    String directory = data.toAbsolutePath().toString();
    return process
        .info()
        .arguments()
        .map(arguments -> List.of(arguments).contains(directory))
        .orElse(false);
  }
}
