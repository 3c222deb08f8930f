package org.icsregistry.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An instance whose machine stands still or is gone while it holds the head of the log would stop
 * all others, were it not for what the database is told about each session.
 */
class StandstillTest {

  private final JdbcClient service =
      JdbcClient.create(RunningRegistry.shared().bean(DataSource.class));

  @Test
  void aSessionThatDoesNothingInATransaction_isEnded() {
    assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("1min");
  }

  @Test
  void aSessionWithNobodyAtItsOtherEnd_isEnded() {
    assertThat(setting("tcp_keepalives_idle")).isEqualTo("30");
    assertThat(setting("tcp_keepalives_interval")).isEqualTo("10");
    assertThat(setting("tcp_keepalives_count")).isEqualTo("3");
  }

  private String setting(String name) {
    return service.sql("show " + name).query(String.class).single();
  }
}
