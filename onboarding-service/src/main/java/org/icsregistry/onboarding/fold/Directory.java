package org.icsregistry.onboarding.fold;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.envelope.Json;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Roles and partners with all their versions. */
@Repository
public class Directory {

  private final JdbcTemplate jdbc;

  Directory(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param recordedAt when its last event was recorded
   */
  public record KnownRole(Role role, Instant recordedAt) {}

  /**
   * @param recordedAt when its last event was recorded
   */
  public record KnownPartner(Partner partner, Instant recordedAt) {}

  public Map<String, KnownRole> roles(Collection<String> ids) {
    return load(
        "SELECT role_id, state, recorded_at FROM role WHERE role_id = ANY(?)",
        ids,
        (state, at) -> new KnownRole(Json.MAPPER.readValue(state, Role.class), at));
  }

  public Map<String, KnownPartner> partners(Collection<String> codes) {
    return load(
        "SELECT code, state, recorded_at FROM partner WHERE code = ANY(?)",
        codes,
        (state, at) -> new KnownPartner(Json.MAPPER.readValue(state, Partner.class), at));
  }

  void store(KnownRole known) {
    jdbc.update(
        """
        INSERT INTO role (role_id, state, recorded_at) VALUES (?, ?, ?)
        ON CONFLICT (role_id) DO UPDATE SET state = excluded.state,
          recorded_at = excluded.recorded_at\
        """,
        known.role.roleId(),
        Json.MAPPER.writeValueAsBytes(known.role),
        Timestamp.from(known.recordedAt));
  }

  void store(KnownPartner known) {
    jdbc.update(
        """
        INSERT INTO partner (code, state, recorded_at) VALUES (?, ?, ?)
        ON CONFLICT (code) DO UPDATE SET state = excluded.state,
          recorded_at = excluded.recorded_at\
        """,
        known.partner.code(),
        Json.MAPPER.writeValueAsBytes(known.partner),
        Timestamp.from(known.recordedAt));
  }

  private <T> Map<String, T> load(
      String query, Collection<String> ids, BiFunction<byte[], Instant, T> read) {
    Map<String, T> found = new HashMap<>();
    jdbc.query(
        query,
        row -> {
          found.put(row.getString(1), read.apply(row.getBytes(2), row.getTimestamp(3).toInstant()));
        },
        (Object) ids.toArray(String[]::new));
    return found;
  }
}
