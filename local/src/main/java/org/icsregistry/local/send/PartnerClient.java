package org.icsregistry.local.send;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.icsregistry.log.kafka.KafkaSignIn;
import picocli.CommandLine.Option;

/** Options of a program that uses Kafka as one organisation. */
final class PartnerClient {

  @Option(
      names = "--as",
      required = true,
      paramLabel = "CODE",
      description = "the organisation that speaks")
  private String organisation = "";

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

  String organisation() {
    return organisation;
  }

  /** Its client id is the organisation's code; the secret is not taken from the command line. */
  Map<String, Object> settings() {
    var secret =
        Objects.requireNonNullElse(
            System.getenv("REGISTRY_CLIENT_SECRET"), "local-" + organisation);
    return KafkaSignIn.settings(bootstrap, URI.create(tokenUrl), organisation, secret);
  }

  String notLetIn(KafkaException e) {
    return "%s cannot use Kafka at %s with a token from %s: %s"
        .formatted(organisation, bootstrap, tokenUrl, KafkaSignIn.reason(e));
  }
}
