package org.icsregistry.kit.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Producers whose records count together, once their transaction is committed. */
public final class TransactionalProducers {

  private static final int GATHER_MS = 50;
  private static final int GATHER_BYTES = 128 * 1024;

  private TransactionalProducers() {}

  /** Settings of each, but for the name of its transactions; to be added to. */
  public static Map<String, Object> settings(KafkaProperties kafka) {
    var settings = new HashMap<>(kafka.buildProducerProperties());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // Few large requests; nothing waits for the time to pass, because a commit sends what is left.
    settings.put(ProducerConfig.LINGER_MS_CONFIG, GATHER_MS);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, GATHER_BYTES);
    return settings;
  }

  /**
   * A producer that the caller starts and closes; what it writes is compressed.
   *
   * @param name whoever begins transactions under it ends those of its predecessor
   * @param settings from {@link #settings}
   */
  public static KafkaProducer<String, byte[]> open(String name, Map<String, Object> settings) {
    var all = new HashMap<>(settings);
    all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name);
    all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    return new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
  }
}
