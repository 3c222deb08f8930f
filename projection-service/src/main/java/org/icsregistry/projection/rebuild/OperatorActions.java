package org.icsregistry.projection.rebuild;

import java.time.Clock;
import java.time.ZoneOffset;
import org.icsregistry.kit.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What operators asked for, by whom and when, in a table to which the service can only add. It is
 * written before anything is done, so that nothing is done without it.
 */
@Component
class OperatorActions {

  private final JdbcClient jdbc;
  private final Clock clock;

  OperatorActions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void record(Caller operator, String action) {
    jdbc.sql("insert into operator_action (at, organisation, operator, action) values (?, ?, ?, ?)")
        .params(
            clock.instant().atOffset(ZoneOffset.UTC),
            operator.organisation(),
            operator.subject(),
            action)
        .update();
  }
}
