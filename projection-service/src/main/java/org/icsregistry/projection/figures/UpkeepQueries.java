package org.icsregistry.projection.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.figures.Upkeep.Bypassed;
import org.icsregistry.projection.figures.Upkeep.Expiring;
import org.icsregistry.projection.figures.Upkeep.Issuer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts in the audit trail, as {@link FigureQueries} does. */
@Component
public class UpkeepQueries {

  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

  /**
   * The last warning about each line that has not come true yet: by then what was warned of would
   * have ended, or it lapsed or was made again before.
   */
  private static final String EXPIRING =
      """
      WITH said AS (
        SELECT subject, type, log_index, recorded_at,
               convert_from(event, 'UTF8')::jsonb -> 'data' AS data
          FROM audit
         WHERE type IN ('ExpiryWarned.v1', 'ClearanceLapsed.v1', 'CheckRecorded.v1',
                        'TrainingRecorded.v1', 'StatusCheckNoted.v1')),
      warned AS (
        SELECT DISTINCT ON (subject, data ->> 'partner', data ->> 'roleId', data ->> 'requirement')
               subject, log_index, recorded_at, data, (data ->> 'days')::int AS days
          FROM said WHERE type = 'ExpiryWarned.v1'
         ORDER BY subject, data ->> 'partner', data ->> 'roleId', data ->> 'requirement',
                  log_index DESC)
      SELECT data ->> 'partner' AS partner, days, count(DISTINCT subject) AS people
        FROM warned w
       WHERE recorded_at + days * interval '1 day' > :now
         AND NOT EXISTS (
           SELECT FROM said s WHERE s.subject = w.subject AND s.log_index > w.log_index
              AND (s.type = 'ClearanceLapsed.v1' AND s.data ->> 'partner' = w.data ->> 'partner'
                     AND s.data ->> 'roleId' = w.data ->> 'roleId'
                   OR coalesce(s.data ->> 'check', s.data ->> 'training')
                        = w.data ->> 'requirement' AND s.type <> 'ExpiryWarned.v1'
                   OR s.type = 'StatusCheckNoted.v1' AND w.data ->> 'requirement' = 'DBS'))
       GROUP BY 1, 2 ORDER BY 1, 2
      """;

  private static final String BYPASSES =
      """
      WITH said AS (SELECT subject, convert_from(event, 'UTF8')::jsonb -> 'data' AS data
                      FROM audit WHERE type = 'RequirementBypassed.v1')
      SELECT data ->> 'partner' AS partner, data ->> 'requirement' AS requirement,
             data ->> 'reason' AS reason, count(DISTINCT subject) AS people,
             count(DISTINCT subject) FILTER (WHERE (data ->> 'until')::date >= :today) AS now
        FROM said GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      """;

  private static final String ISSUERS =
      """
      WITH said AS (SELECT subject, convert_from(event, 'UTF8')::jsonb -> 'data' AS data
                      FROM audit WHERE type = 'RecognitionDecided.v1')
      SELECT issuer,
             count(DISTINCT subject) FILTER (WHERE data ->> 'decision' = 'REUSED') AS reused,
             count(DISTINCT subject) FILTER (WHERE data ->> 'decision' = 'REPEAT') AS repeated
        FROM said JOIN item_issuer ON item = data ->> 'itemId'
       GROUP BY 1 ORDER BY 2 DESC, 1
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  UpkeepQueries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** As the log stands, for whoever may see figures. */
  public Upkeep now(Caller caller) {
    Access.requireEver(caller, Right.SEE_FIGURES);
    return new Upkeep(expiring(), bypasses(), issuers());
  }

  private List<Expiring> expiring() {
    return jdbc.sql(EXPIRING)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            new Expiring(
                row.getString("partner"),
                row.getInt("days"),
                SmallNumbers.one(row.getLong("people"))))
        .list();
  }

  private List<Bypassed> bypasses() {
    return jdbc.sql(BYPASSES)
        .param("today", LocalDate.now(clock.withZone(UNITED_KINGDOM)))
        .query((row, _) -> {
          long people = row.getLong("people");
          long now = row.getLong("now");
          var parts = SmallNumbers.parts(List.of(now, people - now));
          return new Bypassed(
              row.getString("partner"),
              row.getString("requirement"),
              row.getString("reason"),
              parts.total(people),
              parts.shown().getFirst());
        })
        .list();
  }

  private List<Issuer> issuers() {
    return jdbc.sql(ISSUERS)
        .query((row, _) -> {
          var shown =
              SmallNumbers.parts(List.of(row.getLong("reused"), row.getLong("repeated"))).shown();
          return new Issuer(row.getString("issuer"), shown.get(0), shown.get(1));
        })
        .list();
  }
}
