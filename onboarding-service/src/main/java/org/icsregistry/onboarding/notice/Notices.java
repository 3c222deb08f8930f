package org.icsregistry.onboarding.notice;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.icsregistry.contracts.code.ChaseStage;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ApplicationEvent.ApplicantDeclined;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.JourneyEvent.ExpiryWarned;
import org.icsregistry.contracts.message.JourneyEvent.IdleNoticed;
import org.icsregistry.contracts.message.JourneyEvent.StepChased;
import org.icsregistry.onboarding.fold.LogFold.AlsoTold;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices for coordinators: a reading of the log, one for each event that concerns them. */
@Repository
class Notices implements AlsoTold {

  private final JdbcTemplate jdbc;

  Notices(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** What a notice is about. */
  enum Kind {
    /** A step of the organisation or of a third party is late. */
    STEP_LATE,
    /** A step has been late for long, whoever's turn it is. */
    ESCALATED,
    EXPIRES_SOON,
    LAPSED,
    IDLE,
    CLOSED
  }

  private record What(
      String partner, String roleId, Kind kind, @Nullable String step, @Nullable LocalDate dueOn) {}

  @Override
  public void tell(List<RecordedEvent> entries) {
    jdbc.batchUpdate(
        """
        INSERT INTO notice (event_id, subject, partner, role_id, kind, step, due_on, recorded_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (event_id) DO NOTHING\
        """,
        entries.stream().map(Notices::row).filter(Objects::nonNull).toList());
  }

  List<NoticeView> page(
      @Nullable String partner, @Nullable String subject, long before, int limit) {
    return JdbcClient.create(jdbc)
        .sql(
            """
            SELECT * FROM notice
            WHERE (:partner::text IS NULL OR partner = :partner)
              AND (:subject::text IS NULL OR subject = :subject) AND seq < :before
            ORDER BY seq DESC LIMIT :limit\
            """)
        .param("partner", partner)
        .param("subject", subject)
        .param("before", before)
        .param("limit", limit)
        .query((row, _) ->
            new NoticeView(
                row.getLong("seq"),
                row.getString("event_id"),
                row.getString("subject"),
                row.getString("partner"),
                row.getString("role_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("step"),
                row.getObject("due_on", LocalDate.class),
                row.getTimestamp("recorded_at").toInstant()))
        .list();
  }

  private static Object @Nullable [] row(RecordedEvent entry) {
    var what = what(entry);
    return what == null
        ? null
        : new Object[] {
          entry.id(),
          entry.subject(),
          what.partner,
          what.roleId,
          what.kind.name(),
          what.step,
          what.dueOn,
          Timestamp.from(entry.recordedAt())
        };
  }

  /** Absent for what coordinators need not be told. */
  private static @Nullable What what(RecordedEvent entry) {
    return switch (entry.data()) {
      case StepChased e when e.stage() == ChaseStage.ESCALATED ->
          new What(e.partner(), e.roleId(), Kind.ESCALATED, e.step(), e.dueOn());
      case StepChased e when e.waitingOn() != WaitingOn.VOLUNTEER ->
          new What(e.partner(), e.roleId(), Kind.STEP_LATE, e.step(), e.dueOn());
      case ExpiryWarned e ->
          new What(e.partner(), e.roleId(), Kind.EXPIRES_SOON, e.requirement(), null);
      case ClearanceLapsed e -> new What(e.partner(), e.roleId(), Kind.LAPSED, null, null);
      case IdleNoticed e -> new What(e.partner(), e.roleId(), Kind.IDLE, null, null);
      case ApplicantDeclined e when e.reason().name().equals("NO_RESPONSE") ->
          new What(e.partner(), e.roleId(), Kind.CLOSED, null, null);
      default -> null;
    };
  }
}
