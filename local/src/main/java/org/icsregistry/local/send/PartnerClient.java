package org.icsregistry.local.send;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.icsregistry.log.kafka.KafkaSignIn;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of a program that uses Kafka as one organisation. */
final class PartnerClient {

  @Option(
      names = "--as",
      required = true,
      paramLabel = "CODE",
      description = "the organisation that speaks")
  private String organisation = "";

  @Mixin private KafkaAddress kafka = new KafkaAddress();

  String organisation() {
    return organisation;
  }

  /** Its client id is the organisation's code; the secret is not taken from the command line. */
  Map<String, Object> settings() {
    var secret =
        Objects.requireNonNullElse(
            System.getenv("REGISTRY_CLIENT_SECRET"), "local-" + organisation);
    return KafkaSignIn.settings(
        kafka.bootstrap(), URI.create(kafka.tokenUrl()), organisation, secret);
  }

  String notLetIn(KafkaException e) {
    return "%s cannot use Kafka at %s with a token from %s: %s"
        .formatted(organisation, kafka.bootstrap(), kafka.tokenUrl(), KafkaSignIn.reason(e));
  }
}
