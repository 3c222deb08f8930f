package org.icsregistry.onboarding.fold;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Who has to be looked at, and when; {@code due_at} holds an {@link Urgency} too. Whoever looks at
 * a person holds the person's row here meanwhile; so nobody is looked at twice at once, and a
 * change that comes meanwhile makes the person due again.
 *
 * <p>Whoever waits for rows takes all of them in one statement and in the order of the ids, so that
 * nobody waits crosswise.
 */
@Repository
public class Due {

  private final JdbcTemplate jdbc;

  Due(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * To whom something happened; with them everybody with a journey in one of the roles or at one of
   * the partners whose rules changed, and then everybody who is due already, because somebody may
   * be looking at them this moment and see the rules as they were. Their rows are waited for even
   * where nothing is to be changed in them.
   *
   * @param now when the last of it was recorded
   */
  void mark(
      Map<String, Urgency> happened,
      Collection<String> roles,
      Collection<String> partners,
      Instant now) {
    var rules = Timestamp.from(Urgency.RULES.dueAt(now));
    jdbc.update(
        """
        INSERT INTO due (subject, due_at)
        SELECT subject, min(due_at) FROM (
          SELECT subject COLLATE "C", due_at FROM unnest(?, ?::timestamptz[]) h(subject, due_at)
          UNION ALL SELECT subject, ? FROM journey WHERE role_id = ANY(?) OR partner = ANY(?)
          UNION ALL SELECT subject, ? FROM due WHERE ? AND due_at <= ?) concerned
        GROUP BY subject ORDER BY subject
        ON CONFLICT (subject) DO UPDATE SET failures = 0,
          due_at = least(due.due_at, excluded.due_at)
          WHERE due.due_at > excluded.due_at OR due.failures > 0\
        """,
        happened.keySet().toArray(String[]::new),
        happened.values().stream().map(u -> u.dueAt(now).toString()).toArray(String[]::new),
        rules,
        roles.toArray(String[]::new),
        partners.toArray(String[]::new),
        rules,
        !roles.isEmpty() || !partners.isEmpty(),
        Timestamp.from(now));
  }

  /** These people were looked at; nothing but a new event needs another look before then. */
  public void next(Collection<String> subjects, Instant at) {
    jdbc.update(
        """
        INSERT INTO due (subject, due_at) SELECT s, ? FROM unnest(?) s ORDER BY s COLLATE "C"
        ON CONFLICT (subject) DO UPDATE SET failures = 0, due_at = excluded.due_at\
        """,
        Timestamp.from(at),
        subjects.toArray(String[]::new));
  }

  /** These people have to be looked at in their turn, if at all. */
  public void again(Collection<String> subjects, Instant now) {
    jdbc.update(
        """
        UPDATE due SET due_at = least(due_at, ?) FROM (
          SELECT subject FROM due WHERE subject = ANY(?) ORDER BY subject FOR UPDATE) these
        WHERE due.subject = these.subject\
        """,
        Timestamp.from(now),
        subjects.toArray(String[]::new));
  }

  /**
   * Some of those that are due and that nobody is looking at, the most urgent first; they may be
   * taken by somebody else meanwhile.
   *
   * @param least how urgent they are at least
   * @param but who is not to be among them
   */
  public List<String> upTo(Urgency least, Instant now, int most, Collection<String> but) {
    return jdbc.query(
        """
        SELECT subject FROM due WHERE due_at <= ? AND subject <> ALL(?) ORDER BY due_at LIMIT ?
        FOR UPDATE SKIP LOCKED\
        """,
        (row, _) -> row.getString(1),
        Timestamp.from(least.dueAt(now)),
        but.toArray(String[]::new),
        most);
  }

  /**
   * Those of the given people that are due still and that nobody else is looking at, how urgently.
   */
  public Map<String, Urgency> lock(Collection<String> subjects, Instant now) {
    Map<String, Urgency> locked = new HashMap<>();
    jdbc.query(
        """
        SELECT subject, due_at FROM due WHERE subject = ANY(?) AND due_at <= ?
        FOR UPDATE SKIP LOCKED\
        """,
        row -> {
          locked.put(row.getString(1), Urgency.of(row.getTimestamp(2).toInstant()));
        },
        subjects.toArray(String[]::new),
        Timestamp.from(now));
    return locked;
  }

  /** No day can change anything for them any more. */
  public void forget(Collection<String> subjects) {
    jdbc.update("DELETE FROM due WHERE subject = ANY(?)", (Object) subjects.toArray(String[]::new));
  }

  /** Looking at this person failed; the pause doubles from a minute to a few hours. */
  public void failed(String subject, Instant now) {
    jdbc.update(
        """
        UPDATE due SET failures = failures + 1,
          due_at = ?::timestamptz + interval '1 minute' * power(2, least(failures, 8))
        WHERE subject = ?\
        """,
        Timestamp.from(now),
        subject);
  }

  /** Whether anybody is still to be looked at because rules changed. */
  public boolean anybodyByRules() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "SELECT EXISTS (SELECT FROM due WHERE due_at = ?)",
            Boolean.class,
            Timestamp.from(Urgency.RULES.dueAt(Instant.EPOCH))));
  }

  /** How many people have to be looked at now. */
  public long waiting(Instant now) {
    var count =
        jdbc.queryForObject(
            "SELECT count(*) FROM due WHERE due_at <= ?", Long.class, Timestamp.from(now));
    return count == null ? 0 : count;
  }

  /** How many people could not be looked at the last time. */
  public long failing() {
    var count = jdbc.queryForObject("SELECT count(*) FROM due WHERE failures > 0", Long.class);
    return count == null ? 0 : count;
  }
}
