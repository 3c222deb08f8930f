package org.icsregistry.onboarding.fold;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** When each accepted application and each placement began: the folds do not keep times. */
@Repository
public class Occasions {

  private final JdbcTemplate jdbc;

  Occasions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** By id of the application or placement. */
  public Map<String, Instant> begun(Collection<String> ids) {
    Map<String, Instant> begun = new HashMap<>();
    jdbc.query(
        "SELECT id, begun_at FROM occasion WHERE id = ANY(?)",
        row -> {
          begun.put(row.getString(1), row.getTimestamp(2).toInstant());
        },
        (Object) ids.toArray(String[]::new));
    return begun;
  }

  void store(Map<String, Instant> begun) {
    jdbc.batchUpdate(
        "INSERT INTO occasion (id, begun_at) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
        begun.entrySet().stream()
            .map(e -> new Object[] {e.getKey(), Timestamp.from(e.getValue())})
            .toList());
  }
}
