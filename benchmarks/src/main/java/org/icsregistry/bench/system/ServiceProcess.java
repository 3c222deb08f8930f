package org.icsregistry.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.icsregistry.bench.BenchException;

/** One process of the system under test; what it prints goes to a file. */
final class ServiceProcess implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final String name;
  private final Path log;
  private final Process process;

  private ServiceProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /**
   * @param prefix what the process is started with
   */
  static ServiceProcess start(
      List<String> prefix,
      String name,
      Path directory,
      List<String> arguments,
      Map<String, String> environment) {
    var command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    Path log = directory.resolve(name + ".log");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    try {
      return new ServiceProcess(name, log, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + name, e);
    }
  }

  String name() {
    return name;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Waits until an address answers 200. */
  void awaitOk(HttpClient http, URI uri) {
    await(() -> {
      try {
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode()
            == 200;
      } catch (IOException e) {
        // Not listening yet.
        return false;
      }
    });
  }

  /** Waits until the process has printed a line that starts like this. */
  void awaitLine(String start) {
    await(() -> Files.readAllLines(log).stream().anyMatch(line -> line.startsWith(start)));
  }

  private interface Ready {
    boolean now() throws IOException, InterruptedException;
  }

  private void await(Ready ready) {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    try {
      while (!ready.now()) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new BenchException(
              "%s did not start; its last lines:%n%s".formatted(name, lastLines()));
        }
        LockSupport.parkNanos(LOOK_EVERY.toNanos());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted while " + name + " was starting", e);
    }
  }

  private String lastLines() throws IOException {
    var lines = Files.readAllLines(log);
    return String.join(
        System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
