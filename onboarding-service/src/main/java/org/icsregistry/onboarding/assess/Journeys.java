package org.icsregistry.onboarding.assess;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.onboarding.journey.Journey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Where everybody stands, as it was found the last time somebody looked. */
@Repository
class Journeys {

  private final JdbcTemplate jdbc;

  Journeys(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One finding.
   *
   * @param begunAt when the occasion came up
   * @param waitingSince since when it is the turn of whoever's turn it is
   */
  record Found(String subject, Journey journey, Instant begunAt, Instant waitingSince) {

    Key key() {
      return new Key(subject, journey.partner(), journey.roleId());
    }
  }

  /** Whose journey, where to. */
  record Key(String subject, String partner, String roleId) {}

  /** Whose turn it was, and since when. */
  record Turn(String state, String waitingOn, Instant since) {

    boolean same(Journey journey) {
      return state.equals(journey.state().name()) && waitingOn.equals(journey.waitingOn().name());
    }
  }

  /** Of all journeys of these people. */
  Map<Key, Turn> turns(Collection<String> subjects) {
    Map<Key, Turn> turns = new HashMap<>();
    jdbc.query(
        """
        SELECT subject, partner, role_id, state, waiting_on, waiting_since FROM journey
        WHERE subject = ANY(?)\
        """,
        row -> {
          turns.put(
              new Key(row.getString(1), row.getString(2), row.getString(3)),
              new Turn(row.getString(4), row.getString(5), row.getTimestamp(6).toInstant()));
        },
        (Object) subjects.toArray(String[]::new));
    return turns;
  }

  /**
   * Replaces everything about some people.
   *
   * @param before all that there was about them
   */
  void replace(Set<Key> before, List<Found> found) {
    var gone = new HashSet<>(before);
    found.forEach(f -> gone.remove(f.key()));
    jdbc.batchUpdate(
        "DELETE FROM journey WHERE subject = ? AND partner = ? AND role_id = ?",
        gone.stream().map(k -> new Object[] {k.subject, k.partner, k.roleId}).toList());
    jdbc.batchUpdate(
        """
        INSERT INTO journey (subject, partner, role_id, occasion, state, role_version,
          policy_version, lines, next_step, waiting_on, typical_days, begun_at, waiting_since,
          due_on)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (subject, partner, role_id) DO UPDATE SET
          occasion = excluded.occasion, state = excluded.state,
          role_version = excluded.role_version, policy_version = excluded.policy_version,
          lines = excluded.lines, next_step = excluded.next_step,
          waiting_on = excluded.waiting_on, typical_days = excluded.typical_days,
          begun_at = excluded.begun_at, waiting_since = excluded.waiting_since,
          due_on = excluded.due_on\
        """,
        found.stream().map(Journeys::row).toList());
  }

  private static Object[] row(Found found) {
    var journey = found.journey;
    var step = journey.nextStep();
    return new Object[] {
      found.subject,
      journey.partner(),
      journey.roleId(),
      journey.occasion(),
      journey.state().name(),
      journey.roleVersion(),
      journey.policyVersion(),
      Json.MAPPER.writeValueAsBytes(journey.lines()),
      step == null ? null : step.name(),
      journey.waitingOn().name(),
      journey.typicalDays(),
      Timestamp.from(found.begunAt),
      Timestamp.from(found.waitingSince),
      journey.dueOn()
    };
  }
}
