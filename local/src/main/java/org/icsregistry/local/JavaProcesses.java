package org.icsregistry.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts Java processes that this launcher, and nobody else, stops. */
final class JavaProcesses {

  // Ctrl-C goes to every process of the terminal at once. Children ignore it, so that the launcher
  // can stop them in order.
  private static final List<String> DEAF_TO_THE_TERMINAL =
      List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

  private final Path logs;
  private final Leftovers leftovers;
  private final Duration patience;

  /**
   * @param patience how long a process may take to stop in order before it is killed
   */
  JavaProcesses(Path logs, Leftovers leftovers, Duration patience) {
    this.logs = logs;
    this.leftovers = leftovers;
    this.patience = patience;
  }

  /** Starts a process whose output goes to its log; the log of the run before is kept beside it. */
  JavaPart start(JavaProgram program, Part.Tier tier) {
    Path log = rotated(program.name());
    var process = start(program, Redirect.to(log.toFile()), Redirect.to(log.toFile()));
    return new JavaPart(program.name(), tier, log, process, patience);
  }

  /** Runs a process to its end: what it prints is shown, what it logs goes to its log. */
  JavaPart startVisibly(JavaProgram program, Part.Tier tier) {
    Path log = rotated(program.name());
    var process = start(program, Redirect.INHERIT, Redirect.to(log.toFile()));
    return new JavaPart(program.name(), tier, log, process, patience);
  }

  /**
   * Remembers a process that was started elsewhere, so that the next run ends it if this one
   * cannot.
   */
  void note(ProcessHandle process) {
    leftovers.note(process);
  }

  private Process start(JavaProgram program, Redirect output, Redirect errors) {
    var command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
    command.addAll(program.command());
    var builder = new ProcessBuilder(command).redirectOutput(output).redirectError(errors);
    if (output.equals(errors)) {
      builder.redirectErrorStream(true);
    }
    builder.environment().putAll(program.environment());
    try {
      Process process = builder.start();
      leftovers.note(process.toHandle());
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + program.name(), e);
    }
  }

  private Path rotated(String name) {
    Path log = logs.resolve(name + ".log");
    try {
      if (Files.exists(log)) {
        Files.move(log, logs.resolve(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
      }
      return log;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot put the old log aside: " + log, e);
    }
  }
}
