package org.icsregistry.onboarding.fold;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Who has to be looked at, and when. Whoever looks at a person holds the person's row here
 * meanwhile; so nobody is looked at twice at once, and a change that comes meanwhile makes the
 * person due again.
 */
@Repository
public class Due {

  /** No instance's clock is asked whether it is time. */
  public static final Instant AT_ONCE = Instant.EPOCH;

  private static final String UPSERT =
      " ON CONFLICT (subject) DO UPDATE SET due_at = excluded.due_at, failures = 0";

  private final JdbcTemplate jdbc;

  Due(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** In the order of the ids, so that nobody waits crosswise. */
  public void mark(Collection<String> subjects, Instant at) {
    jdbc.update(
        "INSERT INTO due (subject, due_at) SELECT s, ? FROM unnest(?) s ORDER BY s" + UPSERT,
        Timestamp.from(at),
        subjects.toArray(String[]::new));
  }

  /** These people have to be looked at at once, if at all. */
  public void again(Collection<String> subjects) {
    jdbc.update(
        """
        UPDATE due SET due_at = ? FROM (
          SELECT subject FROM due WHERE subject = ANY(?) ORDER BY subject FOR UPDATE) these
        WHERE due.subject = these.subject\
        """,
        Timestamp.from(AT_ONCE),
        subjects.toArray(String[]::new));
  }

  /**
   * Everybody with a journey in one of these roles or at one of these partners; and everybody who
   * is due at once already, because somebody may be looking at them this moment and see the role or
   * partner as it was.
   */
  void markConcerned(Collection<String> roles, Collection<String> partners) {
    jdbc.update(
        """
        INSERT INTO due (subject, due_at)
        SELECT subject, ?::timestamptz FROM (
          SELECT subject FROM journey WHERE role_id = ANY(?) OR partner = ANY(?)
          UNION SELECT subject FROM due WHERE due_at = ?) concerned ORDER BY subject\
        """
            + UPSERT,
        Timestamp.from(AT_ONCE),
        roles.toArray(String[]::new),
        partners.toArray(String[]::new),
        Timestamp.from(AT_ONCE));
  }

  /**
   * Some of those that are due and that nobody is looking at, longest first; they may be taken by
   * somebody else meanwhile.
   */
  public List<String> upTo(Instant now, int most) {
    return jdbc.query(
        "SELECT subject FROM due WHERE due_at <= ? ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED",
        (row, _) -> row.getString(1),
        Timestamp.from(now),
        most);
  }

  /** Those of the given people that are due still and that nobody else is looking at. */
  public List<String> lock(Collection<String> subjects, Instant now) {
    return jdbc.query(
        """
        SELECT subject FROM due WHERE subject = ANY(?) AND due_at <= ?
        FOR UPDATE SKIP LOCKED\
        """,
        (row, _) -> row.getString(1),
        subjects.toArray(String[]::new),
        Timestamp.from(now));
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

  /** How many people could not be looked at the last time. */
  public long failing() {
    var count = jdbc.queryForObject("SELECT count(*) FROM due WHERE failures > 0", Long.class);
    return count == null ? 0 : count;
  }
}
