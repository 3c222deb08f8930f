package org.icsregistry.onboarding.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ApplicationEvent;
import org.icsregistry.contracts.message.ErasureEvent;
import org.icsregistry.contracts.message.ErasureEvent.CategoryErased;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.JourneyEvent;
import org.icsregistry.contracts.message.LookEvent;
import org.icsregistry.contracts.message.PassportEvent;
import org.icsregistry.contracts.message.PlacementEvent;
import org.icsregistry.contracts.message.VolunteerEvent;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.onboarding.fold.LogFold.AlsoTold;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** When something was last done with or for each person, as the log tells. */
@Repository
class LastUse implements AlsoTold {

  private final JdbcTemplate jdbc;

  LastUse(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param checksErased whether the outcomes of checks were erased since
   */
  record Used(String subject, Instant at, boolean checksErased) {}

  @Override
  public void tell(List<RecordedEvent> entries) {
    Map<String, Instant> latest = new TreeMap<>();
    for (var entry : entries) {
      if (isUse(entry)) {
        latest.put(entry.subject(), entry.recordedAt());
      }
    }
    jdbc.batchUpdate(
        """
        INSERT INTO last_use (subject, used_at) VALUES (?, ?)
        ON CONFLICT (subject) DO UPDATE SET used_at = greatest(last_use.used_at, excluded.used_at),
          checks_erased = false, looked_at = NULL\
        """,
        latest.entrySet().stream()
            .map(e -> new Object[] {e.getKey(), Timestamp.from(e.getValue())})
            .toList());
    forgotten(entries);
  }

  /** Nobody uses what is left of them; only the end of a hold is waited for. */
  private void forgotten(List<RecordedEvent> entries) {
    jdbc.update(
        "UPDATE last_use SET used_at = 'epoch', looked_at = NULL WHERE subject = ANY(?)",
        (Object) subjects(entries, event -> event instanceof VolunteerErased));
    jdbc.update(
        "UPDATE last_use SET checks_erased = true WHERE subject = ANY(?)",
        (Object)
            subjects(
                entries,
                event -> event instanceof CategoryErased e && e.category() == Category.CHECKS));
  }

  private static String[] subjects(List<RecordedEvent> entries, Predicate<Event> which) {
    return entries.stream()
        .filter(entry -> which.test(entry.data()))
        .map(RecordedEvent::subject)
        .toArray(String[]::new);
  }

  /** To be forgotten, reminded or looked at is no use. */
  private static boolean isUse(RecordedEvent entry) {
    return switch (entry.data()) {
      case ErasureEvent _, JourneyEvent _, LookEvent _ -> false;
      case VolunteerEvent _, ApplicationEvent _, PlacementEvent _, PassportEvent _ -> true;
      default -> false;
    };
  }

  private static Used used(ResultSet row) throws SQLException {
    return new Used(row.getString(1), row.getTimestamp(2).toInstant(), row.getBoolean(3));
  }

  /**
   * Some people whom nobody has used since, longest first; nobody else gets them today.
   *
   * @param notSince those looked at later than this are left out
   */
  List<Used> take(Instant unusedSince, Instant notSince, int most, Instant now) {
    return jdbc.query(
        """
        UPDATE last_use u SET looked_at = ? FROM (
          SELECT subject FROM last_use
          WHERE used_at <= ? AND (looked_at IS NULL OR looked_at <= ?)
          ORDER BY used_at LIMIT ? FOR UPDATE SKIP LOCKED) taken
        WHERE u.subject = taken.subject RETURNING u.subject, u.used_at, u.checks_erased\
        """,
        (row, _) -> used(row),
        Timestamp.from(now),
        Timestamp.from(unusedSince),
        Timestamp.from(notSince),
        most);
  }

  /** The same people for whoever only wants to see, in the order of their ids. */
  List<Used> page(Instant unusedSince, String after, int most) {
    return jdbc.query(
        "SELECT subject, used_at, checks_erased FROM last_use WHERE used_at <= ? AND subject > ? ORDER BY subject LIMIT ?",
        (row, _) -> used(row),
        Timestamp.from(unusedSince),
        after,
        most);
  }
}
