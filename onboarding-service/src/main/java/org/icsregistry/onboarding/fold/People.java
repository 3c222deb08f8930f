package org.icsregistry.onboarding.fold;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.passport.Passport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** People as far as their events have told; personal values only sealed. */
@Repository
public class People {

  private static final int MOST = 2_000;
  private static final Duration LATELY = Duration.ofMinutes(1);

  private final JdbcTemplate jdbc;

  // Whoever is folded is looked at soon after, and what follows is folded soon after that. What is
  // taken from here is compared with the database each time, by its version.
  private final Cache<String, Known> lately =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterWrite(LATELY)
          // Without it, what is over is let go of only when somebody else is put in.
          .scheduler(Scheduler.systemScheduler())
          .build();

  People(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param recordedAt when the last event about the person was recorded
   */
  public record Known(Passport passport, Instant recordedAt) {

    private boolean isAt(long lastIndex, Instant at) {
      return passport.lastIndex() == lastIndex && recordedAt.equals(at);
    }
  }

  /** Those of the given people that are known, as they are now. */
  public Map<String, Known> load(Collection<String> subjects) {
    var remembered = lately.getAllPresent(subjects);
    return remembered.isEmpty() ? read(subjects) : refreshed(subjects, remembered);
  }

  private Map<String, Known> read(Collection<String> subjects) {
    Map<String, Known> known = new HashMap<>();
    jdbc.query(
        "SELECT passport, recorded_at FROM person WHERE subject = ANY(?)",
        row -> {
          var passport = Json.STATES.readValue(row.getBytes(1), Passport.class);
          known.put(passport.subject(), new Known(passport, row.getTimestamp(2).toInstant()));
        },
        (Object) subjects.toArray(String[]::new));
    lately.putAll(known);
    return known;
  }

  private Map<String, Known> refreshed(Collection<String> subjects, Map<String, Known> before) {
    Map<String, Known> fresh = new HashMap<>();
    var changed = new ArrayList<String>();
    jdbc.query(
        "SELECT subject, last_index, recorded_at FROM person WHERE subject = ANY(?)",
        row -> {
          var known = before.get(row.getString(1));
          if (known != null && known.isAt(row.getLong(2), row.getTimestamp(3).toInstant())) {
            fresh.put(row.getString(1), known);
          } else {
            changed.add(row.getString(1));
          }
        },
        (Object) subjects.toArray(String[]::new));
    if (!changed.isEmpty()) {
      fresh.putAll(read(changed));
    }
    return fresh;
  }

  void store(Collection<Known> people) {
    jdbc.batchUpdate(
        """
        INSERT INTO person (subject, passport, last_index, recorded_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (subject) DO UPDATE SET passport = excluded.passport,
          last_index = excluded.last_index, recorded_at = excluded.recorded_at\
        """,
        people.stream()
            .map(p ->
                new Object[] {
                  p.passport.subject(),
                  Json.STATES.writeValueAsBytes(p.passport),
                  p.passport.lastIndex(),
                  Timestamp.from(p.recordedAt)
                })
            .toList());
    people.forEach(known -> lately.put(known.passport.subject(), known));
  }
}
