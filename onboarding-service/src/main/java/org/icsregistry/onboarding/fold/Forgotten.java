package org.icsregistry.onboarding.fold;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Takes people who were forgotten out of everything that was made of what they hold. */
@Repository
class Forgotten {

  private final JdbcTemplate jdbc;

  Forgotten(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Findings are made of opened values, and so is what was to be sent. A command that is being sent
   * at this moment is passed over: it holds no personal value and will be refused.
   */
  void purge(Collection<String> subjects) {
    var people = subjects.toArray(String[]::new);
    for (var table : List.of("journey", "message", "notice", "preference", "called_up", "moment")) {
      jdbc.update("DELETE FROM " + table + " WHERE subject = ANY(?)", (Object) people);
    }
    jdbc.update(
        """
        DELETE FROM outbox WHERE seq IN (
          SELECT seq FROM outbox WHERE subject = ANY(?) FOR UPDATE SKIP LOCKED)\
        """,
        (Object) people);
  }
}
