package org.icsregistry.onboarding.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.onboarding.journey.Journey.Line;
import org.icsregistry.onboarding.journey.Journey.Standing;
import org.icsregistry.onboarding.journey.Journey.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Journeys as they are stored. */
@Repository
class JourneyQueries {

  private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};

  private final JdbcClient jdbc;

  JourneyQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whatever is not given does not restrict. */
  record Filter(
      @Nullable String subject,
      @Nullable String partner,
      @Nullable String roleId,
      @Nullable State state,
      @Nullable WaitingOn waitingOn) {}

  List<JourneyView> page(Filter filter, Cursor after, int limit) {
    return jdbc.sql(
            """
            SELECT j.*, r.state AS role FROM journey j JOIN role r USING (role_id)
            WHERE (:subject::text IS NULL OR subject = :subject)
              AND (:partner::text IS NULL OR partner = :partner)
              AND (:role::text IS NULL OR role_id = :role)
              AND (:state::text IS NULL OR j.state = :state)
              AND (:turn::text IS NULL OR waiting_on = :turn)
              AND (partner, subject, role_id) > (:afterPartner, :afterSubject, :afterRole)
            ORDER BY partner, subject, role_id LIMIT :limit\
            """)
        .param("subject", filter.subject)
        .param("partner", filter.partner)
        .param("role", filter.roleId)
        .param("state", filter.state == null ? null : filter.state.name())
        .param("turn", filter.waitingOn == null ? null : filter.waitingOn.name())
        .param("afterPartner", after.partner())
        .param("afterSubject", after.subject())
        .param("afterRole", after.roleId())
        .param("limit", limit)
        .query((row, _) -> view(row))
        .list();
  }

  private static JourneyView view(ResultSet row) throws SQLException {
    var lines = Json.MAPPER.readValue(row.getBytes("lines"), LINES);
    int version = row.getInt("role_version");
    var role = Json.MAPPER.readValue(row.getBytes("role"), Role.class);
    var step = row.getString("next_step");
    return new JourneyView(
        row.getString("subject"),
        row.getString("partner"),
        row.getString("role_id"),
        role.versions().get(version - 1).profile().title(),
        version,
        row.getInt("policy_version"),
        row.getString("occasion"),
        State.valueOf(row.getString("state")),
        (int) lines.stream().filter(l -> l.standing() == Standing.MET).count(),
        lines.size(),
        step == null ? null : NextStep.valueOf(step),
        WaitingOn.valueOf(row.getString("waiting_on")),
        row.getTimestamp("waiting_since").toInstant(),
        row.getInt("typical_days"),
        row.getObject("due_on", LocalDate.class),
        row.getTimestamp("begun_at").toInstant(),
        lines);
  }
}
