package org.icsregistry.onboarding.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.MessageKind;
import org.icsregistry.contracts.message.Language;
import org.icsregistry.contracts.sealing.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Messages that wait, as the poster sees them. */
@Repository
class Waiting {

  private static final Duration WEEK = Duration.ofDays(7);

  private final JdbcTemplate jdbc;

  Waiting(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param optedOut whether the person does not want messages of this kind
   * @param language absent while the person has not said
   */
  record Row(
      String eventId,
      String subject,
      String partner,
      @Nullable String roleId,
      MessageKind kind,
      @Nullable LocalDate dueOn,
      Instant recordedAt,
      int tries,
      boolean optedOut,
      @Nullable Sealed<Language> language) {}

  /** The oldest few that are due; held until the end of the transaction. */
  List<Row> take(Instant now, int most) {
    return jdbc.query(
        """
        SELECT m.*, coalesce(m.kind = ANY(p.opted_out), false) AS unwanted, p.language
        FROM message m LEFT JOIN preference p USING (subject)
        WHERE m.state = 'PENDING' AND m.next_try_at <= ?
        ORDER BY m.next_try_at LIMIT ? FOR UPDATE OF m SKIP LOCKED\
        """,
        (row, _) -> row(row),
        Timestamp.from(now),
        most);
  }

  private static Row row(ResultSet row) throws SQLException {
    var language = row.getString("language");
    return new Row(
        row.getString("event_id"),
        row.getString("subject"),
        row.getString("partner"),
        row.getString("role_id"),
        MessageKind.valueOf(row.getString("kind")),
        row.getObject("due_on", LocalDate.class),
        row.getTimestamp("recorded_at").toInstant(),
        row.getInt("tries"),
        row.getBoolean("unwanted"),
        language == null ? null : new Sealed<>(language));
  }

  /** Whether nobody else is writing to this person; holds the person until the transaction ends. */
  boolean alone(String subject) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 1))", Boolean.class, subject));
  }

  /** When the person may be written to again, if they were written to often enough this week. */
  @Nullable Instant quietUntil(String subject, int perWeek, Instant now) {
    return jdbc
        .query(
            """
            SELECT sent_at FROM message WHERE subject = ? AND state = 'SENT' AND sent_at > ?
            ORDER BY sent_at DESC OFFSET ? LIMIT 1\
            """,
            (row, _) -> row.getTimestamp(1).toInstant().plus(WEEK),
            subject,
            Timestamp.from(now.minus(WEEK)),
            perWeek - 1)
        .stream()
        .findFirst()
        .orElse(null);
  }

  void sent(Row row, Instant now) {
    jdbc.update(
        """
        UPDATE message SET state = 'SENT', sent_at = ?, tries = tries + 1
        WHERE event_id = ? AND subject = ?\
        """,
        Timestamp.from(now),
        row.eventId,
        row.subject);
  }

  void ended(Row row, String state) {
    jdbc.update(
        "UPDATE message SET state = ? WHERE event_id = ? AND subject = ?",
        state,
        row.eventId,
        row.subject);
  }

  void later(Row row, Instant when, int more) {
    jdbc.update(
        """
        UPDATE message SET next_try_at = ?, tries = tries + ? WHERE event_id = ? AND subject = ?\
        """,
        Timestamp.from(when),
        more,
        row.eventId,
        row.subject);
  }

  long count(String state) {
    var count =
        jdbc.queryForObject("SELECT count(*) FROM message WHERE state = ?", Long.class, state);
    return count == null ? 0 : count;
  }
}
