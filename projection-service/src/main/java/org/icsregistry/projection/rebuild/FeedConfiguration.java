package org.icsregistry.projection.rebuild;

import java.util.List;
import org.icsregistry.kit.log.LogBatchHandler;
import org.icsregistry.projection.rebuild.Version.State;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One reader of the log for each projection that serves, under the projection's name. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

  @Bean
  Feeds feeds(List<Projection> projections, Versions versions, JdbcClient jdbc) {
    return new Feeds(projections, versions, jdbc);
  }

  @Bean
  LogBatchHandler passport(Feeds feeds) {
    return feeds.feed("passport", State.SERVING);
  }

  @Bean
  LogBatchHandler directory(Feeds feeds) {
    return feeds.feed("directory", State.SERVING);
  }

  @Bean
  LogBatchHandler audit(Feeds feeds) {
    return feeds.feed("audit", State.SERVING);
  }

  @Bean
  LogBatchHandler opportunity(Feeds feeds) {
    return feeds.feed("opportunity", State.SERVING);
  }

  @Bean
  LogBatchHandler readiness(Feeds feeds) {
    return feeds.feed("readiness", State.SERVING);
  }

  @Bean
  LogBatchHandler figures(Feeds feeds) {
    return feeds.feed("figures", State.SERVING);
  }
}
