package org.icsregistry.log.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real broker of one node that can be stopped and started again on the same port with the same
 * data.
 */
final class Broker implements AutoCloseable {
  private final Path folder;
  private final int port = freePort();
  private final KafkaConfig config;
  private KafkaRaftServer server;

  Broker() {
    try {
      folder = Files.createTempDirectory("event-log-broker");
      config = new KafkaConfig(settings(freePort()));
      format();
    } catch (Exception e) {
      throw new IllegalStateException("The test's broker could not be prepared", e);
    }
    server = started();
  }

  Map<String, Object> properties() {
    return Map.of("bootstrap.servers", "localhost:" + port);
  }

  /** Creates a topic under a new name. */
  String newTopic(int partitions) {
    String topic = "log-" + Uuid.randomUuid();
    createTopic(topic, partitions);
    return topic;
  }

  void createTopic(String topic, int partitions) {
    admin(admin ->
        admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get());
  }

  void addPartitions(String topic, int total) {
    admin(admin ->
        admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(total))).all().get());
  }

  void deleteTopic(String topic) {
    admin(admin -> admin.deleteTopics(List.of(topic)).all().get());
  }

  void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  void start() {
    server = started();
  }

  @Override
  public void close() {
    stop();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Request {
    void send(Admin admin) throws InterruptedException, ExecutionException;
  }

  private void admin(Request request) {
    try (Admin admin = Admin.create(properties())) {
      request.send(admin);
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private KafkaRaftServer started() {
    KafkaRaftServer fresh = new KafkaRaftServer(config, Time.SYSTEM);
    fresh.startup();
    return fresh;
  }

  private Map<String, String> settings(int controllerPort) {
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", "1"),
        Map.entry("controller.quorum.voters", "1@localhost:" + controllerPort),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry(
            "listeners",
            "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort),
        Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
        Map.entry("log.dirs", folder.toString()),
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("num.network.threads", "1"),
        Map.entry("num.io.threads", "2"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "1"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("log.cleaner.dedupe.buffer.size", "2097152"));
  }

  private void format() throws Exception {
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(folder.toString())
        .addDirectory(folder.toString())
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
