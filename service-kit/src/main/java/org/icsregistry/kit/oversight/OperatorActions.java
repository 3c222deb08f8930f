package org.icsregistry.kit.oversight;

import java.time.Clock;
import java.time.ZoneOffset;
import org.icsregistry.kit.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What operators asked for, by whom and when, in a table to which the service can only add. It is
 * written before anything is done, so that nothing is done without it.
 */
public final class OperatorActions {

  private final JdbcClient jdbc;
  private final Clock clock;

  public OperatorActions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public void record(Caller operator, String action) {
    jdbc.sql("insert into operator_action (at, organisation, operator, action) values (?, ?, ?, ?)")
        .params(
            clock.instant().atOffset(ZoneOffset.UTC),
            operator.organisation(),
            operator.subject(),
            action)
        .update();
  }
}
