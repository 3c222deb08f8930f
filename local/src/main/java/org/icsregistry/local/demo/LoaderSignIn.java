package org.icsregistry.local.demo;

import java.net.URI;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.icsregistry.local.broker.LocalBroker;
import org.icsregistry.local.demo.play.KafkaChannel;
import org.icsregistry.local.demo.play.PlayStoppedException;
import org.icsregistry.log.kafka.KafkaSignIn;

/**
 * Kafka as the one client that may send for every partner. It exists in the local sign-in service
 * alone, which refuses to start outside the profile {@code local}.
 */
final class LoaderSignIn {

  private LoaderSignIn() {}

  /**
   * @throws PlayStoppedException if the sign-in service or Kafka does not let the loader in
   */
  static KafkaChannel channel(String bootstrap, String tokenUrl) {
    try {
      return new KafkaChannel(settings(bootstrap, tokenUrl));
    } catch (KafkaException e) {
      throw new PlayStoppedException(
          "The loader cannot use Kafka at %s with a token from %s, which only a local system gives: %s"
              .formatted(bootstrap, tokenUrl, KafkaSignIn.reason(e)),
          e);
    }
  }

  static Map<String, Object> settings(String bootstrap, String tokenUrl) {
    return KafkaSignIn.settings(
        bootstrap, URI.create(tokenUrl), LocalBroker.LOADER, "local-" + LocalBroker.LOADER);
  }
}
