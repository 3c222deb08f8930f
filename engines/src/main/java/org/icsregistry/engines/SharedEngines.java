package org.icsregistry.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One database server and one broker for all tests of a JVM: started when first asked for, gone
 * with the JVM. A test class takes its own {@link EmbeddedPostgres#freshDatabase database} and its
 * own topics.
 */
public final class SharedEngines {

  private SharedEngines() {}

  /** The shared database server. */
  public static EmbeddedPostgres postgres() {
    return Postgres.SERVER;
  }

  /** The shared broker. */
  public static EmbeddedBroker broker() {
    return Broker.SERVER;
  }

  private static final class Postgres {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      Path directory = temporary("postgres");
      var server = EmbeddedPostgres.start(directory, 0);
      atExit(server, directory);
      return server;
    }
  }

  private static final class Broker {
    static final EmbeddedBroker SERVER = start();

    private static EmbeddedBroker start() {
      Path directory = temporary("kafka");
      var server = EmbeddedBroker.start(directory, 0);
      atExit(server, directory);
      return server;
    }
  }

  private static Path temporary(String engine) {
    try {
      return Files.createTempDirectory("ics-registry-" + engine);
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary directory for " + engine, e);
    }
  }

  private static void atExit(AutoCloseable server, Path directory) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory)));
  }

  private static void stop(AutoCloseable server, Path directory) {
    try {
      server.close();
      Directories.delete(directory);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot clean up " + directory, e);
    }
  }
}
