package org.icsregistry.local.demo;

import java.net.URI;
import java.util.Map;
import org.icsregistry.local.broker.LocalBroker;
import org.icsregistry.log.kafka.KafkaSignIn;

/**
 * Kafka as the one client that may send for every partner. It exists in the local sign-in service
 * alone, which refuses to start outside the profile {@code local}.
 */
final class LoaderSignIn {

  private LoaderSignIn() {}

  static Map<String, Object> settings(String bootstrap, String tokenUrl) {
    return KafkaSignIn.settings(
        bootstrap, URI.create(tokenUrl), LocalBroker.LOADER, "local-" + LocalBroker.LOADER);
  }
}
