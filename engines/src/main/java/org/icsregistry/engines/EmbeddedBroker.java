package org.icsregistry.engines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker and controller (KRaft) in this process, with durable data in a directory. It
 * listens on the loopback address only and never creates a topic by itself. The only class that
 * touches Kafka's server code, which is no public API.
 */
public final class EmbeddedBroker implements AutoCloseable {

  /** Kafka's usual port. */
  public static final int DEFAULT_PORT = 9092;

  private final Path directory;
  private final int port;
  private final DirectoryLock lock;
  private final @Nullable ClosedDoor door;
  private KafkaRaftServer server;

  private EmbeddedBroker(Path directory, int port, DirectoryLock lock, @Nullable ClosedDoor door) {
    this.directory = directory;
    this.port = port;
    this.lock = lock;
    this.door = door;
    this.server = launch();
  }

  /**
   * Starts a broker that is open to everybody on this machine, for tests and measurements, on the
   * data in {@code directory}, which is created and formatted at the first start.
   *
   * @param port 0 for any free port
   * @throws IllegalStateException if another process uses the directory, or the broker does not
   *     come up
   */
  public static EmbeddedBroker start(Path directory, int port) {
    return start(directory, port, null);
  }

  /**
   * Starts a broker that asks every client for a token and allows nothing without a rule. Otherwise
   * like {@link #start(Path, int)}, and on the same data.
   */
  public static EmbeddedBroker startClosed(Path directory, int port, BrokerAccess access) {
    return start(directory, port, new ClosedDoor(access));
  }

  private static EmbeddedBroker start(Path directory, int port, @Nullable ClosedDoor door) {
    Path home = directory.toAbsolutePath().normalize();
    DirectoryLock lock = DirectoryLock.acquire(home);
    try {
      return new EmbeddedBroker(home, Ports.orFree(port), lock, door);
    } catch (RuntimeException e) {
      lock.close();
      throw new IllegalStateException(
          "The Kafka broker did not start on port %d with the data in %s".formatted(port, home), e);
    }
  }

  /** Port on the loopback address. */
  public int port() {
    return port;
  }

  /** What clients are configured with. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /**
   * Adds rules to those of a closed broker; one that it has already changes nothing.
   *
   * @throws IllegalStateException if the broker is open, where no rule would hold
   */
  public void grant(Collection<AclBinding> rules) {
    if (door == null) {
      throw new IllegalStateException("Expected a closed broker; on an open one no rule holds");
    }
    door.grant(rules);
  }

  /** Stops the broker in order and starts it again on the same data and port. */
  public void restart() {
    stop();
    server = launch();
  }

  @Override
  public void close() {
    try {
      stop();
    } finally {
      lock.close();
    }
  }

  private void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  private KafkaRaftServer launch() {
    Path data = directory.resolve("data");
    if (!Files.exists(data.resolve("meta.properties"))) {
      format(data);
    }
    Map<String, String> settings =
        door == null ? BrokerSettings.open(data, port) : door.settings(data, port);
    var launched = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
    launched.startup();
    return launched;
  }

  // Formatter.run declares Exception; nothing it throws can be handled here.
  private static void format(Path data) {
    try {
      new Formatter()
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(BrokerSettings.NODE)
          .addDirectory(data.toString())
          .setMetadataLogDirectory(data.toString())
          .setControllerListenerName(BrokerSettings.CONTROLLER)
          .setIgnoreFormatted(true)
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
          .run();
    } catch (Exception e) {
      throw new IllegalStateException("Cannot format the broker's data directory " + data, e);
    }
  }
}
