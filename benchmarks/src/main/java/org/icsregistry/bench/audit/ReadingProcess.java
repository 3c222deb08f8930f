package org.icsregistry.bench.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.icsregistry.bench.BenchException;

/**
 * A program that reads the whole log, with the flags of Java that {@code bin/audit} has. Its time
 * begins with the line that says that it begins to read: the start of Java belongs to no event.
 */
final class ReadingProcess {

  private static final List<String> JAVA =
      List.of("-Xmx512m", "-XX:+UseParallelGC", "--enable-native-access=ALL-UNNAMED");
  private static final Duration LOOK_EVERY = Duration.ofMillis(10);
  private static final String BEGINS = "Reading from";
  private static final String PEAK = "VmHWM:";

  private final String name;
  private final Path out;
  private final Path err;
  private long begun;
  private Duration processor = Duration.ZERO;
  private long peakKilobytes;

  /**
   * @param file where what it prints is kept
   */
  ReadingProcess(String name, Path file) {
    this.name = name;
    this.out = file.resolveSibling(file.getFileName() + ".out");
    this.err = file.resolveSibling(file.getFileName() + ".err");
  }

  /**
   * One run.
   *
   * @param nanos from its first line to its end
   * @param processor processor time, with the start of Java
   * @param peakKilobytes largest resident memory; 0 where the system does not tell
   * @param output what it printed as its result
   */
  record Run(long nanos, Duration processor, long peakKilobytes, String output) {}

  Run run(List<String> program) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JAVA);
    command.addAll(program);
    try {
      var process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      try {
        watch(process);
      } finally {
        process.destroyForcibly();
      }
      return result(process.exitValue());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run " + name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted while " + name + " was running", e);
    }
  }

  private void watch(Process process) throws IOException, InterruptedException {
    do {
      if (begun == 0 && Files.readString(err).contains(BEGINS)) {
        begun = System.nanoTime();
      }
      processor = process.info().totalCpuDuration().orElse(processor);
      peakKilobytes = Math.max(peakKilobytes, peak(process.pid()));
    } while (!process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS));
  }

  private Run result(int exit) throws IOException {
    long ended = System.nanoTime();
    var result = Files.readString(out);
    if (exit != 0 || begun == 0) {
      throw new BenchException(
          "%s: expected exit code 0, got %d:%n%s%n%s"
              .formatted(name, exit, Files.readString(err), result));
    }
    return new Run(ended - begun, processor, peakKilobytes, result);
  }

  /** Linux keeps the high-water mark of a process as long as it lives. */
  private static long peak(long pid) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith(PEAK))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0; // it has just ended, or this is no Linux
    }
  }
}
