package org.icsregistry.registry.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.icsregistry.kit.kafka.TransactionalProducers;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.kafka.transaction.KafkaTransactionManager;
import org.springframework.util.backoff.FixedBackOff;

/**
 * How commands are read and results written: in batches, in one Kafka transaction, for ever until
 * it succeeds.
 */
@Configuration(proxyBeanMethods = false)
class KafkaIntakeConfiguration {

  static final String FACTORY = "commandListeners";

  /** The readers of commands, whose positions say what is answered. */
  static final String GROUP = "registry-commands";

  private static final int MAX_POLL = 1000;
  private static final long RETRY_MS = 500;
  private static final int FETCH_MIN_BYTES = 64 * 1024;
  private static final int FETCH_WAIT_MS = 20;

  /**
   * While some read and check, others wait for their decisions, and others commit their results.
   */
  private static final int READERS = 6;

  @Bean
  ProducerFactory<String, byte[]> resultProducers(KafkaProperties kafka) {
    var factory =
        new DefaultKafkaProducerFactory<>(
            TransactionalProducers.settings(kafka),
            new StringSerializer(),
            new ByteArraySerializer());
    // Unique per process: the consumer group's generation is what fences a predecessor (KIP-447).
    factory.setTransactionIdPrefix("registry-results-" + UUID.randomUUID() + "-");
    return factory;
  }

  @Bean
  KafkaTemplate<String, byte[]> results(ProducerFactory<String, byte[]> resultProducers) {
    return new KafkaTemplate<>(resultProducers);
  }

  @Bean
  KafkaTransactionManager<String, byte[]> resultTransactions(
      ProducerFactory<String, byte[]> resultProducers) {
    return new KafkaTransactionManager<>(resultProducers);
  }

  @Bean(FACTORY)
  ConcurrentKafkaListenerContainerFactory<String, byte[]> commandListeners(
      KafkaProperties kafka, KafkaTransactionManager<String, byte[]> resultTransactions) {
    Map<String, Object> properties = new HashMap<>(kafka.buildConsumerProperties());
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL);
    // A fetch for each handful of commands costs more than the commands; nobody waits longer than
    // this for company.
    properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_MIN_BYTES);
    properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
    // A new partner's topic is found within this time.
    properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 2_000);
    var factory = new ConcurrentKafkaListenerContainerFactory<String, byte[]>();
    factory.setConsumerFactory(
        new DefaultKafkaConsumerFactory<>(
            properties, new StringDeserializer(), new ByteArrayDeserializer()));
    factory.setBatchListener(true);
    factory.setConcurrency(READERS);
    factory.getContainerProperties().setKafkaAwareTransactionManager(resultTransactions);
    factory.setAfterRollbackProcessor(
        new DefaultAfterRollbackProcessor<>(
            new FixedBackOff(RETRY_MS, FixedBackOff.UNLIMITED_ATTEMPTS)));
    return factory;
  }
}
