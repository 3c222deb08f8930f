package org.icsregistry.engines;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Settings of a single broker on one machine: nothing is replicated, internal topics are small so
 * that it starts fast.
 */
final class BrokerSettings {

  static final int NODE = 1;
  static final String CONTROLLER = "CONTROLLER";

  private BrokerSettings() {}

  /** Anybody may do anything. */
  static Map<String, String> open(Path data, int port) {
    int controllerPort = Ports.orFree(0);
    var settings = common(data, controllerPort);
    settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + controller(controllerPort));
    settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    settings.put(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,%s:PLAINTEXT".formatted(CONTROLLER));
    return settings;
  }

  /** Clients sign in with tokens; broker and controller among themselves with a password. */
  static Map<String, String> closed(
      Path data, int port, BrokerAccess access, Path keys, BrokerPassword own) {
    int controllerPort = Ports.orFree(0);
    var settings = common(data, controllerPort);
    var listeners = "CLIENTS://127.0.0.1:%d,INTERNAL://127.0.0.1:%d".formatted(port, own.port());
    settings.put("listeners", listeners + controller(controllerPort));
    settings.put("advertised.listeners", listeners);
    settings.put("inter.broker.listener.name", "INTERNAL");
    settings.put(
        "listener.security.protocol.map",
        "CLIENTS:SASL_PLAINTEXT,INTERNAL:SASL_PLAINTEXT,%s:SASL_PLAINTEXT".formatted(CONTROLLER));
    settings.putAll(amongThemselves(own));
    settings.putAll(clients(access, keys));
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("allow.everyone.if.no.acl.found", "false");
    settings.put("super.users", "User:%s;User:%s".formatted(access.owner(), own.name()));
    return settings;
  }

  private static Map<String, String> amongThemselves(BrokerPassword own) {
    return Map.of(
        "sasl.mechanism.inter.broker.protocol", "PLAIN",
        "sasl.mechanism.controller.protocol", "PLAIN",
        "listener.name.internal.sasl.enabled.mechanisms", "PLAIN",
        "listener.name.internal.plain.sasl.jaas.config", own.login(),
        "listener.name.controller.sasl.enabled.mechanisms", "PLAIN",
        "listener.name.controller.plain.sasl.jaas.config", own.login());
  }

  private static Map<String, String> clients(BrokerAccess access, Path keys) {
    var oauth = "org.apache.kafka.common.security.oauthbearer.";
    var listener = "listener.name.clients.";
    return Map.of(
        listener + "sasl.enabled.mechanisms",
        "OAUTHBEARER",
        listener + "oauthbearer.sasl.jaas.config",
        oauth + "OAuthBearerLoginModule required;",
        listener + "oauthbearer.sasl.server.callback.handler.class",
        oauth + "OAuthBearerValidatorCallbackHandler",
        // A connection ends with its token, or after an hour, unless the client brings another.
        listener + "oauthbearer.connections.max.reauth.ms",
        "3600000",
        "sasl.oauthbearer.jwks.endpoint.url",
        keys.toUri().toString(),
        "sasl.oauthbearer.expected.issuer",
        access.issuer(),
        "sasl.oauthbearer.expected.audience",
        access.audience(),
        "sasl.oauthbearer.sub.claim.name",
        BrokerAccess.CLIENT);
  }

  private static String controller(int port) {
    return ",%s://127.0.0.1:%d".formatted(CONTROLLER, port);
  }

  private static Map<String, String> common(Path data, int controllerPort) {
    return new HashMap<>(
        Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", Integer.toString(NODE)),
            Map.entry(
                "controller.quorum.voters", "%d@127.0.0.1:%d".formatted(NODE, controllerPort)),
            Map.entry("controller.listener.names", CONTROLLER),
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
            // After a kill the controller lets the broker in again only when its old session has
            // ended.
            Map.entry("broker.heartbeat.interval.ms", "500"),
            Map.entry("broker.session.timeout.ms", "4000"),
            Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2")));
  }
}
