package org.icsregistry.onboarding.message;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.icsregistry.contracts.code.CallUpAnswer;
import org.icsregistry.contracts.code.MessageKind;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.CallUpEvent.CallUpAnswered;
import org.icsregistry.contracts.message.CallUpEvent.CallUpSent;
import org.icsregistry.contracts.message.JourneyEvent.MessageSent;
import org.icsregistry.contracts.message.JourneyEvent.PreferencesChanged;
import org.icsregistry.contracts.message.SurgeEvent.SurgeStoodDown;
import org.icsregistry.onboarding.fold.LogFold.AlsoTold;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Writes down what is to be sent, with the position in the log. The log itself says what was sent
 * already, so that a fold from the beginning sends nothing again.
 */
@Repository
class Post implements AlsoTold {

  private static final String INSERT =
      """
      INSERT INTO message (event_id, subject, partner, role_id, kind, due_on, recorded_at, state,
        next_try_at)
      """;

  private final JdbcTemplate jdbc;
  private final MessageSettings settings;
  private final Clock clock;

  Post(JdbcTemplate jdbc, MessageSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void tell(List<RecordedEvent> entries) {
    letters(entries.stream().map(Letter::of).filter(Objects::nonNull).toList());
    for (var entry : entries) {
      switch (entry.data()) {
        case MessageSent e -> sent(entry, e);
        case PreferencesChanged e -> prefers(entry.subject(), e);
        case CallUpSent e -> calledUp(entry.subject(), e);
        case CallUpAnswered e when e.answer() == CallUpAnswer.NO ->
            jdbc.update("UPDATE called_up SET declined = true WHERE call_up_id = ?", e.callUpId());
        case SurgeStoodDown _ -> stoodDown(entry);
        default -> {}
      }
    }
  }

  private void letters(List<Letter> letters) {
    jdbc.batchUpdate(
        INSERT + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        letters.stream()
            .map(l ->
                new Object[] {
                  l.eventId(),
                  l.subject(),
                  l.partner(),
                  l.roleId(),
                  l.kind().name(),
                  l.dueOn(),
                  Timestamp.from(l.recordedAt()),
                  state(l.recordedAt()),
                  Timestamp.from(l.sendFrom())
                })
            .toList());
  }

  /** Old news is not sent: whoever reads an old log for the first time writes to nobody. */
  private String state(Instant recordedAt) {
    return recordedAt.isBefore(clock.instant().minus(settings.oldest())) ? "TOO_OLD" : "PENDING";
  }

  private void sent(RecordedEvent entry, MessageSent e) {
    jdbc.update(
        """
        UPDATE message SET state = 'SENT', sent_at = coalesce(sent_at, ?)
        WHERE event_id = ? AND subject = ?\
        """,
        Timestamp.from(entry.recordedAt()),
        e.eventId(),
        entry.subject());
  }

  private void prefers(String subject, PreferencesChanged e) {
    jdbc.update(
        """
        INSERT INTO preference (subject, language, opted_out) VALUES (?, ?, ?)
        ON CONFLICT (subject) DO UPDATE SET language = excluded.language,
          opted_out = excluded.opted_out\
        """,
        subject,
        e.language().jwe(),
        e.optedOut().stream().map(MessageKind::name).toArray(String[]::new));
  }

  private void calledUp(String subject, CallUpSent e) {
    jdbc.update(
        """
        INSERT INTO called_up (call_up_id, surge_id, subject, partner, role_id)
        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
        """,
        e.callUpId(),
        e.surgeId(),
        subject,
        e.partner(),
        e.roleId());
  }

  private void stoodDown(RecordedEvent entry) {
    jdbc.update(
        INSERT
            + """
            SELECT DISTINCT ON (subject) ?, subject, partner, role_id, ?, null::date, ?, ?, ?
            FROM called_up WHERE surge_id = ? AND NOT declined
            ORDER BY subject, call_up_id ON CONFLICT DO NOTHING\
            """,
        entry.id(),
        MessageKind.STAND_DOWN.name(),
        Timestamp.from(entry.recordedAt()),
        state(entry.recordedAt()),
        Timestamp.from(entry.recordedAt()),
        entry.subject());
  }
}
