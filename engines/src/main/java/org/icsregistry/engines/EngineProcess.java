package org.icsregistry.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A broker in a process of its own, for whoever wants to kill it: {@link #kill()}, then {@link
 * #kafka} on the same directory.
 */
public final class EngineProcess implements AutoCloseable {

  private final Process process;
  private final int port;

  private EngineProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a broker and waits until clients can connect to 127.0.0.1 and {@link #port()}.
   *
   * @param port 0 for any free port
   */
  public static EngineProcess kafka(Path directory, int port) {
    return start("kafka", directory.toAbsolutePath(), port);
  }

  /**
   * Starts a process that keeps a database server and waits until clients can connect. The server
   * itself outlives a kill of its keeper; the next keeper on the directory ends it and recovers. To
   * kill the server, use {@link EmbeddedPostgres#kill()}.
   *
   * @param port 0 for any free port
   */
  public static EngineProcess postgres(Path directory, int port) {
    return start("postgres", directory.toAbsolutePath(), port);
  }

  /** Port on the loopback address. */
  public int port() {
    return port;
  }

  /** Ends the process as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Stops the engine in order and waits for its end. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  private static EngineProcess start(String engine, Path home, int port) {
    try {
      Files.createDirectories(home);
      var process =
          new ProcessBuilder(command(engine, home, port))
              .redirectError(Redirect.appendTo(home.resolve("engine.log").toFile()))
              .start();
      return new EngineProcess(process, awaitReady(process, home));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot start a process for %s in %s".formatted(engine, home), e);
    }
  }

  private static List<String> command(String engine, Path directory, int port) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx384m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        Engine.class.getName(),
        engine,
        directory.toString(),
        Integer.toString(port));
  }

  // Closing the pipe after the one line is safe: what the process prints later is dropped, its log
  // goes to the file.
  private static int awaitReady(Process process, Path home) throws IOException {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(Engine.READY)) {
          return Integer.parseInt(line.substring(Engine.READY.length()).strip());
        }
      }
    }
    throw new IllegalStateException(
        "The engine ended before it was ready; see " + home.resolve("engine.log"));
  }
}
