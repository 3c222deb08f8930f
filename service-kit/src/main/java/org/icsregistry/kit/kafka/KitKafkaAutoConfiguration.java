package org.icsregistry.kit.kafka;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** Sign-in for a service with Kafka clients; {@code kafka.yaml} holds their settings. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@ConditionalOnBean(KafkaProperties.class)
public class KitKafkaAutoConfiguration {

  @Bean
  KafkaLogin kafkaLogin(KafkaProperties kafka) {
    return new KafkaLogin(kafka.buildAdminProperties());
  }
}
