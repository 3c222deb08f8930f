package org.icsregistry.auditor.source;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.icsregistry.log.kafka.KafkaSignIn;
import org.jspecify.annotations.Nullable;

/** Settings of the Kafka client, which say how it signs in. */
public final class KafkaConfig {

  private KafkaConfig() {}

  /**
   * @param servers addresses of brokers
   * @param file with the settings as Java properties
   */
  public static Map<String, Object> read(String servers, @Nullable Path file) throws IOException {
    Map<String, Object> settings = new HashMap<>();
    if (file != null) {
      var properties = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
      properties.stringPropertyNames().forEach(n -> settings.put(n, properties.getProperty(n)));
    }
    settings.put("bootstrap.servers", servers);
    KafkaSignIn.allow(settings);
    return settings;
  }
}
