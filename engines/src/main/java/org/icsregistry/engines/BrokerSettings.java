package org.icsregistry.engines;

import java.nio.file.Path;
import java.util.Map;

/**
 * Settings of a single broker on one machine: nothing is replicated, internal topics are small so
 * that it starts fast.
 */
final class BrokerSettings {

  static final int NODE = 1;
  static final String CONTROLLER = "CONTROLLER";

  private BrokerSettings() {}

  static Map<String, String> of(Path data, int port) {
    int controllerPort = Ports.orFree(0);
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", Integer.toString(NODE)),
        Map.entry("controller.quorum.voters", "%d@127.0.0.1:%d".formatted(NODE, controllerPort)),
        Map.entry("controller.listener.names", CONTROLLER),
        Map.entry(
            "listeners",
            "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d"
                .formatted(port, CONTROLLER, controllerPort)),
        Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
        Map.entry(
            "listener.security.protocol.map",
            "PLAINTEXT:PLAINTEXT,%s:PLAINTEXT".formatted(CONTROLLER)),
        Map.entry("log.dirs", data.toString()),
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("default.replication.factor", "1"),
        Map.entry("min.insync.replicas", "1"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "4"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "4"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("share.coordinator.state.topic.num.partitions", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        // After a kill the controller lets the broker in again only when its old session has ended.
        Map.entry("broker.heartbeat.interval.ms", "500"),
        Map.entry("broker.session.timeout.ms", "4000"),
        Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "4"),
        Map.entry("background.threads", "2"));
  }
}
