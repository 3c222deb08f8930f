package org.icsregistry.engines;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Runs one engine as a process of its own, so that it can be killed and started again like a real
 * server: {@code Engine postgres|kafka <directory> <port>}. Prints one line {@code ready <port>}
 * when clients can connect, and stops in order on SIGTERM.
 */
public final class Engine {

  static final String READY = "ready ";

  private Engine() {}

  /** Entry point. Exit code 2 for wrong arguments, 1 if the database server ends by itself. */
  @SuppressWarnings("SystemOut") // a command line
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length != 3) {
      System.err.println("Expected three arguments: postgres|kafka <directory> <port>");
      System.exit(2);
    }
    Path directory = Path.of(arguments[1]);
    int port = Integer.parseInt(arguments[2]);
    switch (arguments[0]) {
      case "postgres" -> {
        var postgres = EmbeddedPostgres.start(directory, port);
        stopOnSignal(postgres);
        System.out.println(READY + postgres.port());
        postgres.process().onExit().join();
        System.exit(1);
      }
      case "kafka" -> {
        var broker = EmbeddedBroker.start(directory, port);
        stopOnSignal(broker);
        System.out.println(READY + broker.port());
        new CountDownLatch(1).await();
      }
      default -> {
        System.err.println("Unknown engine " + arguments[0] + "; expected postgres or kafka");
        System.exit(2);
      }
    }
  }

  private static void stopOnSignal(AutoCloseable engine) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              try {
                engine.close();
              } catch (Exception e) {
                throw new IllegalStateException("The engine did not stop in order", e);
              }
            }));
  }
}
