package org.icsregistry.kit.oversight;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For services with a database; their migrations make the two tables. */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
@ConditionalOnBean(JdbcClient.class)
public class KitOversightAutoConfiguration {

  @Bean
  Refusals refusals(JdbcClient jdbc, Clock clock) {
    return new Refusals(jdbc, clock);
  }

  @Bean
  OperatorActions operatorActions(JdbcClient jdbc, Clock clock) {
    return new OperatorActions(jdbc, clock);
  }

  @Bean
  Oversight oversight(JdbcClient jdbc) {
    return new Oversight(jdbc);
  }

  @Bean
  OversightApi oversightApi(Oversight oversight) {
    return new OversightApi(oversight);
  }
}
