package org.icsregistry.local.send;

import picocli.CommandLine.Option;

/** Options that say where Kafka is, and who gives tokens for it. */
public final class KafkaAddress {

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      defaultValue = "${REGISTRY_KAFKA:-localhost:9092}",
      description = "Kafka (default: REGISTRY_KAFKA, or localhost:9092)")
  private String bootstrap = "";

  @Option(
      names = "--token-url",
      paramLabel = "URL",
      defaultValue = "${REGISTRY_TOKEN_URL:-http://localhost:8083/oauth2/token}",
      description =
          "where the sign-in service gives tokens (default: REGISTRY_TOKEN_URL, or "
              + "http://localhost:8083/oauth2/token)")
  private String tokenUrl = "";

  public String bootstrap() {
    return bootstrap;
  }

  public String tokenUrl() {
    return tokenUrl;
  }
}
