package org.icsregistry.engines;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * With what the broker and the controller of one process recognise each other: made at random for
 * each start, never written down.
 *
 * @param name a principal that no sign-in service has as a client
 * @param port of the listener for the broker itself
 */
record BrokerPassword(String name, String password, int port) {

  static BrokerPassword random() {
    return new BrokerPassword("broker" + hex(16), hex(32), Ports.orFree(0));
  }

  /** For the servers and their own clients alike. */
  String login() {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";"
        .formatted(name, password);
  }

  Map<String, Object> client() {
    return Map.of(
        "bootstrap.servers",
        "127.0.0.1:" + port,
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        login());
  }

  @Override
  public String toString() {
    return "BrokerPassword[" + name + "]";
  }

  private static String hex(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
