package org.icsregistry.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Processes that outlived a launcher which was killed. Each start is noted with the process's
 * number and start time; together they name one process for good, so that no stranger with a reused
 * number is ended.
 */
final class Leftovers {

  private final Path file;

  Leftovers(Path file) {
    this.file = file;
  }

  synchronized void note(ProcessHandle process) {
    try {
      Files.writeString(
          file,
          line(process).map(line -> line + "\n").orElse(""),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot note a process in " + file, e);
    }
  }

  /** Ends what an earlier system left running, youngest first, and returns how many there were. */
  int end() {
    try {
      if (!Files.exists(file)) {
        return 0;
      }
      List<String> noted = new ArrayList<>(Files.readAllLines(file));
      Collections.reverse(noted);
      List<ProcessHandle> alive = noted.stream().flatMap(line -> find(line).stream()).toList();
      alive.forEach(Leftovers::end);
      Files.delete(file);
      return alive.size();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static Optional<ProcessHandle> find(String line) {
    int space = line.indexOf(' ');
    return ProcessHandle.of(Long.parseLong(line.substring(0, space)))
        .filter(process -> line(process).equals(Optional.of(line)));
  }

  private static Optional<String> line(ProcessHandle process) {
    return process.info().startInstant().map(started -> process.pid() + " " + started);
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot wait for process " + process.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
