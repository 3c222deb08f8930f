package org.icsregistry.kit.log;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.icsregistry.kit.security.KitSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Followers for a service that has a database and handlers of the log. */
@AutoConfiguration(
    after = {
      KitSecurityAutoConfiguration.class,
      JdbcClientAutoConfiguration.class,
      KafkaAutoConfiguration.class,
      TransactionAutoConfiguration.class,
      CompositeMeterRegistryAutoConfiguration.class
    })
@ConditionalOnBean({LogBatchHandler.class, JdbcClient.class, PlatformTransactionManager.class})
@EnableConfigurationProperties(LogFollowing.class)
public class KitLogAutoConfiguration {

  @Bean
  LogPositions logPositions(JdbcClient jdbc) {
    return new LogPositions(jdbc);
  }

  @Bean
  LogFollowers logFollowers(
      LogFollowing settings,
      KafkaProperties kafka,
      LogPositions positions,
      PlatformTransactionManager transactions,
      MeterRegistry meters,
      Clock clock,
      Map<String, LogBatchHandler> handlers) {
    return new LogFollowers(
        settings,
        kafka.buildConsumerProperties(),
        positions,
        new TransactionTemplate(transactions),
        meters,
        clock,
        handlers);
  }

  @Bean
  LogHealth logHealthIndicator(LogFollowers followers) {
    return new LogHealth(followers);
  }
}
