package org.icsregistry.projection.surge;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.directory.Surge;
import org.icsregistry.contracts.envelope.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks up what surges need: the directory, and the rows of figures for what happened to people.
 */
@Component
class SurgeQueries {

  /** Of people who share details with the caller's organisation, also where others cleared them. */
  private static final String YOURS =
      """
      SELECT DISTINCT c.subject
        FROM figure_clearance c
        JOIN passport_tie tie ON tie.subject = c.subject AND tie.partner = :partner
       WHERE c.role = :role AND c.cleared
         AND tie.linked
         AND (c.partner = :partner OR tie.granted @> (now() AT TIME ZONE 'Europe/London')::date)
       ORDER BY 1
      """;

  private final JdbcClient jdbc;

  SurgeQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many people a partner has cleared. */
  record Cleared(String partner, long people) {}

  List<Surge> surges() {
    return jdbc.sql("SELECT doc FROM surge ORDER BY key")
        .query((row, _) -> Json.MAPPER.readValue(row.getString(1), Surge.class))
        .list();
  }

  /** The temporary roles of a surge. */
  List<Role> rolesOf(String surgeId) {
    return jdbc.sql(
            """
            SELECT doc FROM role WHERE doc::jsonb -> 'temporary' ->> 'surgeId' = ? ORDER BY key
            """)
        .param(surgeId)
        .query((row, _) -> Json.MAPPER.readValue(row.getString(1), Role.class))
        .list();
  }

  /**
   * Roles that shifts are planned with on that day: temporary ones that have not ended, and those
   * whose people may be called up for these.
   */
  Set<String> planned(LocalDate day) {
    return jdbc.sql(
            """
            SELECT planned
              FROM role, unnest(ARRAY[key, doc::jsonb #>> '{temporary,derivedFrom}']) AS planned
             WHERE (doc::jsonb #>> '{temporary,endsOn}')::date >= ? AND planned IS NOT NULL
            """)
        .param(day)
        .query((row, _) -> row.getString(1))
        .set();
  }

  /** By partner; somebody whom two have cleared is counted at both. */
  List<Cleared> cleared(String roleId) {
    return jdbc.sql(
            """
            SELECT partner, count(*) FROM figure_clearance WHERE role = ? AND cleared
             GROUP BY 1 ORDER BY 1
            """)
        .param(roleId)
        .query((row, _) -> new Cleared(row.getString(1), row.getLong(2)))
        .list();
  }

  /** Each person once. */
  long people(String roleId) {
    return jdbc.sql(
            """
            SELECT count(*) FROM (
              SELECT subject FROM figure_clearance WHERE role = ? AND cleared GROUP BY 1) AS person
            """)
        .param(roleId)
        .query(Long.class)
        .single();
  }

  /**
   * Those cleared whom the partner has a relationship with, and has cleared itself or may see
   * details of today.
   */
  List<String> yours(String partner, String roleId) {
    return jdbc.sql(YOURS)
        .param("partner", partner)
        .param("role", roleId)
        .query((row, _) -> row.getString(1))
        .list();
  }

  /** Number of people by last answer; the empty text stands for none. */
  Map<String, Long> answers(String surgeId) {
    var found = new HashMap<String, Long>();
    jdbc.sql(
            """
            SELECT coalesce(answer, ''), count(*) FROM figure_call_up WHERE surge = ? GROUP BY 1
            """)
        .param(surgeId)
        .query(row -> {
          found.put(row.getString(1), row.getLong(2));
        });
    return found;
  }
}
