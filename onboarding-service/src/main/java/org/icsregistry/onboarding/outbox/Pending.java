package org.icsregistry.onboarding.outbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.icsregistry.onboarding.fold.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The outbox as the sender sees it. */
@Repository
class Pending {

  private final JdbcTemplate jdbc;

  Pending(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A command that waits for its answer. */
  record Row(
      long seq,
      UUID commandId,
      String subject,
      @Nullable String occasion,
      String type,
      String data,
      int tries) {}

  /**
   * The most urgent that are to be sent; held until the end of the transaction.
   *
   * @param least how urgent they are at least
   */
  List<Row> take(Instant now, Urgency least, int most) {
    return jdbc.query(
        """
        SELECT seq, command_id, subject, occasion, type, data, tries FROM outbox
        WHERE state = 'PENDING' AND next_try_at <= ? AND urgency <= ?
        ORDER BY urgency, next_try_at, seq LIMIT ?
        FOR UPDATE SKIP LOCKED\
        """,
        (row, _) ->
            new Row(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7)),
        Timestamp.from(now),
        least.place(),
        most);
  }

  /**
   * What becomes of rows that were sent. Collected first, so that many answers are written in one
   * exchange with the database.
   */
  static final class Answered {
    private final Timestamp now;
    private final List<Object[]> accepted = new ArrayList<>();
    private final List<Object[]> refused = new ArrayList<>();
    private final List<Object[]> later = new ArrayList<>();

    Answered(Instant now) {
      this.now = Timestamp.from(now);
    }

    void accepted(Row row, long logIndex) {
      accepted.add(new Object[] {logIndex, now, row.seq});
    }

    void refused(Row row, String code, String detail) {
      refused.add(new Object[] {code, detail, now, row.seq});
    }

    void later(Row row, String code, Instant when) {
      later.add(new Object[] {code, Timestamp.from(when), row.seq});
    }
  }

  void store(Answered answered) {
    jdbc.batchUpdate(
        """
        UPDATE outbox SET state = 'ACCEPTED', tries = tries + 1, log_index = ?, answered_at = ?
        WHERE seq = ?\
        """,
        answered.accepted);
    jdbc.batchUpdate(
        """
        UPDATE outbox SET state = 'REFUSED', tries = tries + 1, code = ?, detail = ?,
          answered_at = ?
        WHERE seq = ?\
        """,
        answered.refused);
    jdbc.batchUpdate(
        "UPDATE outbox SET tries = tries + 1, code = ?, next_try_at = ? WHERE seq = ?",
        answered.later);
  }

  /** Those whose events were folded before the answer came: nothing else would look at them now. */
  List<String> overtaken(List<String> subjects, List<Long> logIndexes) {
    return jdbc.query(
        """
        SELECT DISTINCT p.subject FROM unnest(?, ?) AS a(subject, log_index)
        JOIN person p ON p.subject = a.subject AND p.last_index >= a.log_index\
        """,
        (row, _) -> row.getString(1),
        subjects.toArray(String[]::new),
        logIndexes.toArray(Long[]::new));
  }

  long count(String state) {
    var count =
        jdbc.queryForObject("SELECT count(*) FROM outbox WHERE state = ?", Long.class, state);
    return count == null ? 0 : count;
  }
}
