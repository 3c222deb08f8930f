package org.icsregistry.onboarding.fold;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.onboarding.journey.Moment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** When what steps begin with last happened: the folds of the published language keep no times. */
@Repository
public class Moments {

  private final JdbcTemplate jdbc;

  Moments(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** By person and by name of the moment. */
  public Map<String, Map<String, Instant>> of(Collection<String> subjects) {
    Map<String, Map<String, Instant>> found = new HashMap<>();
    jdbc.query(
        "SELECT subject, what, at FROM moment WHERE subject = ANY(?)",
        row -> {
          found
              .computeIfAbsent(row.getString(1), _ -> new HashMap<>())
              .put(row.getString(2), row.getTimestamp(3).toInstant());
        },
        (Object) subjects.toArray(String[]::new));
    return found;
  }

  void store(Collection<RecordedEvent> entries) {
    Map<String, Map<String, Instant>> latest = new TreeMap<>();
    for (var entry : entries) {
      var what = Moment.of(entry.data());
      if (what != null) {
        latest.computeIfAbsent(entry.subject(), _ -> new TreeMap<>()).put(what, entry.recordedAt());
      }
    }
    jdbc.batchUpdate(
        """
        INSERT INTO moment (subject, what, at) VALUES (?, ?, ?)
        ON CONFLICT (subject, what) DO UPDATE SET at = greatest(moment.at, excluded.at)\
        """,
        latest.entrySet().stream()
            .flatMap(person ->
                person.getValue().entrySet().stream()
                    .map(m ->
                        new Object[] {person.getKey(), m.getKey(), Timestamp.from(m.getValue())}))
            .toList());
  }
}
