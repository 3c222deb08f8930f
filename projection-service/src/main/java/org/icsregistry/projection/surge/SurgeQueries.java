package org.icsregistry.projection.surge;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.directory.Surge;
import org.icsregistry.contracts.envelope.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up what surges need: the directory, and the audit trail for what happened to people. */
@Component
class SurgeQueries {

  private static final String CLEARED =
      """
      WITH said AS (
        SELECT subject, type, log_index, convert_from(event, 'UTF8')::jsonb -> 'data' AS data
          FROM audit WHERE type IN ('ClearedForRole.v1', 'ClearanceLapsed.v1')),
      last AS (
        SELECT DISTINCT ON (subject, data ->> 'partner')
               subject, type, data ->> 'partner' AS partner
          FROM said WHERE data ->> 'roleId' = ?
         ORDER BY subject, data ->> 'partner', log_index DESC)
      SELECT partner, subject FROM last WHERE type = 'ClearedForRole.v1'
      """;

  /** One row per person called up: the last thing said about any of their call-ups. */
  private static final String ANSWERS =
      """
      WITH said AS (
        SELECT subject, log_index, convert_from(event, 'UTF8')::jsonb -> 'data' AS data
          FROM audit WHERE type IN ('CallUpSent.v1', 'CallUpAnswered.v1')),
      last AS (
        SELECT DISTINCT ON (subject) coalesce(data ->> 'answer', '') AS answer
          FROM said WHERE data ->> 'surgeId' = ? ORDER BY subject, log_index DESC)
      SELECT answer, count(*) FROM last GROUP BY answer
      """;

  private final JdbcClient jdbc;

  SurgeQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A person cleared at a partner. */
  record Cleared(String partner, String subject) {}

  /**
   * Somebody whom a partner has a relationship with.
   *
   * @param shares whether they let it see details today
   */
  record Related(String subject, boolean shares) {}

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

  List<Cleared> cleared(String roleId) {
    return jdbc.sql(CLEARED)
        .param(roleId)
        .query((row, _) -> new Cleared(row.getString(1), row.getString(2)))
        .list();
  }

  /** Those of these people whom the partner has a relationship with. */
  List<Related> related(String partner, Collection<String> people) {
    return jdbc.sql(
            """
            SELECT l.subject, shared_with(p.doc, l.partner)
              FROM passport_link l JOIN passport p ON p.key = l.subject
             WHERE l.partner = ? AND l.subject = ANY (?)
            """)
        .params(partner, people.toArray(String[]::new))
        .query((row, _) -> new Related(row.getString(1), row.getBoolean(2)))
        .list();
  }

  /** Number of people by last answer; the empty text stands for none. */
  Map<String, Long> answers(String surgeId) {
    var found = new HashMap<String, Long>();
    jdbc.sql(ANSWERS)
        .param(surgeId)
        .query(row -> {
          found.put(row.getString(1), row.getLong(2));
        });
    return found;
  }
}
