package org.icsregistry.projection.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.figures.Figures.Exit;
import org.icsregistry.projection.figures.Figures.Idle;
import org.icsregistry.projection.figures.Figures.Reuse;
import org.icsregistry.projection.figures.Figures.Savings;
import org.icsregistry.projection.figures.Figures.Turn;
import org.icsregistry.projection.figures.Figures.Wait;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts in the audit trail, which holds every entry exactly once and can be rebuilt. */
@Component
public class FigureQueries {

  private static final int TRAINING_MINUTES = 30;
  private static final double DBS_DAYS = 14.3;
  private static final int LEAST_POUNDS = 4;
  private static final int MOST_POUNDS = 30;

  private static final String WAITS =
      """
      WITH said AS (
        SELECT subject, type, recorded_at,
               convert_from(event, 'UTF8')::jsonb -> 'data' ->> 'partner' AS partner
          FROM audit WHERE type IN ('InterestExpressed.v1', 'ActivityRecorded.v1')),
      begun AS (SELECT subject, partner, min(recorded_at) AS at FROM said
                 WHERE type = 'InterestExpressed.v1' GROUP BY subject, partner),
      active AS (SELECT subject, partner, min(recorded_at) AS at FROM said
                  WHERE type = 'ActivityRecorded.v1' GROUP BY subject, partner),
      wait AS (SELECT partner, extract(epoch FROM active.at - begun.at) / 86400 AS days
                 FROM begun JOIN active USING (subject, partner) WHERE active.at >= begun.at)
      SELECT partner, count(*) AS n,
             percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS median,
             percentile_cont(0.9) WITHIN GROUP (ORDER BY days) AS ninetieth
        FROM wait GROUP BY GROUPING SETS ((partner), ()) ORDER BY partner NULLS FIRST
      """;

  private static final String STEPS =
      """
      WITH step AS (
        SELECT subject, type, log_index, recorded_at,
               convert_from(event, 'UTF8')::jsonb -> 'data' AS data
          FROM audit
         WHERE type IN ('InterestExpressed.v1', 'PlacedInTalentPool.v1', 'Applied.v1',
                        'ConversationScheduled.v1', 'ConversationHeld.v1', 'OfferMade.v1',
                        'OfferAnswered.v1', 'ApplicantDeclined.v1', 'ApplicationWithdrawn.v1')),
      ordered AS (
        SELECT subject, type, data, recorded_at,
               lag(type) OVER w AS before, lead(recorded_at) OVER w - recorded_at AS took
          FROM step WINDOW w AS (PARTITION BY data ->> 'applicationId' ORDER BY log_index))
      """;

  private static final String TURNS =
      STEPS
          + """
          SELECT data ->> 'waitingOn' AS turn, count(*) AS n, count(DISTINCT subject) AS people,
                 percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM took) / 86400)
                   AS median,
                 percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM took) / 86400)
                   AS ninetieth
            FROM ordered WHERE took IS NOT NULL GROUP BY 1 ORDER BY 1
          """;

  private static final String EXITS =
      STEPS
          + """
          SELECT coalesce(before, type) AS step,
                 coalesce(data ->> 'reason', 'OFFER_DECLINED') AS reason, count(DISTINCT subject) AS n
            FROM ordered
           WHERE type IN ('ApplicantDeclined.v1', 'ApplicationWithdrawn.v1')
              OR (type = 'OfferAnswered.v1' AND data ->> 'accepted' = 'false')
           GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
          """;

  private static final String REUSE =
      """
      WITH said AS (SELECT subject, convert_from(event, 'UTF8')::jsonb -> 'data' AS data
                      FROM audit WHERE type = 'RecognitionDecided.v1')
      SELECT data ->> 'requirement' AS requirement, data ->> 'partner' AS partner,
             count(DISTINCT subject) FILTER (WHERE data ->> 'decision' = 'REUSED') AS reused,
             count(DISTINCT subject) FILTER
               (WHERE data ->> 'decision' = 'STATUS_CHECK_NEEDED') AS status,
             count(DISTINCT subject) FILTER (WHERE data ->> 'decision' = 'REPEAT') AS repeated
        FROM said GROUP BY 1, 2 ORDER BY 1, 2
      """;

  private static final String IDLE =
      """
      WITH said AS (
        SELECT subject, type, recorded_at, log_index,
               convert_from(event, 'UTF8')::jsonb -> 'data' AS data
          FROM audit
         WHERE type IN ('ClearedForRole.v1', 'ClearanceLapsed.v1', 'ActivityRecorded.v1')),
      clearance AS (
        SELECT DISTINCT ON (subject, data ->> 'partner', data ->> 'roleId')
               subject, type, recorded_at, data ->> 'partner' AS partner
          FROM said WHERE type <> 'ActivityRecorded.v1'
         ORDER BY subject, data ->> 'partner', data ->> 'roleId', log_index DESC)
      SELECT count(DISTINCT c.subject) FROM clearance c
       WHERE c.type = 'ClearedForRole.v1' AND c.recorded_at <= :before
         AND NOT EXISTS (SELECT FROM said a WHERE a.type = 'ActivityRecorded.v1'
                          AND a.subject = c.subject AND a.data ->> 'partner' = c.partner
                          AND a.recorded_at > :before)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  FigureQueries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** All figures as the log stands, for whoever may see figures. */
  public Figures all(Caller caller) {
    Access.requireEver(caller, Right.SEE_FIGURES);
    var reuse = jdbc.sql(REUSE).query(FigureQueries::reuse).list();
    return new Figures(
        waits(),
        jdbc.sql(TURNS).query(FigureQueries::turn).list(),
        jdbc.sql(EXITS).query(FigureQueries::exit).list(),
        reuse,
        savings(reuse),
        idle());
  }

  /** The first row is the total, so the others are held back together. */
  private List<Wait> waits() {
    var rows = jdbc.sql(WAITS).query(FigureQueries::row).list();
    var total = rows.stream().filter(r -> r.name() == null);
    var partners = rows.stream().filter(r -> r.name() != null).toList();
    var people = SmallNumbers.parts(partners.stream().map(Row::number).toList());
    var shown = new ArrayList<Wait>();
    total.forEach(r -> shown.add(r.wait(people.total(r.number()))));
    for (int i = 0; i < partners.size(); i++) {
      shown.add(partners.get(i).wait(people.shown().get(i)));
    }
    return List.copyOf(shown);
  }

  private record Row(@Nullable String name, long number, double median, double ninetieth) {

    Wait wait(@Nullable Long people) {
      return people == null
          ? new Wait(name, null, null, null)
          : new Wait(name, people, rounded(median), rounded(ninetieth));
    }
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getString("partner"),
        row.getLong("n"),
        row.getDouble("median"),
        row.getDouble("ninetieth"));
  }

  /**
   * Whoever has been idle for 60 days has been for 14: the difference is a number of people too.
   */
  private List<Idle> idle() {
    long fortnight = idle(14);
    long sixtyDays = idle(60);
    var people = SmallNumbers.parts(List.of(fortnight - sixtyDays, sixtyDays));
    return List.of(new Idle(14, people.total(fortnight)), new Idle(60, people.shown().getLast()));
  }

  private long idle(int days) {
    var before = clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    return jdbc.sql(IDLE).param("before", before).query(Long.class).single();
  }

  private static Turn turn(ResultSet row, int number) throws SQLException {
    var steps = ofEnough(row.getLong("people"), row.getLong("n"));
    return new Turn(
        row.getString("turn"), steps, days(steps, row, "median"), days(steps, row, "ninetieth"));
  }

  private static Exit exit(ResultSet row, int number) throws SQLException {
    return new Exit(
        row.getString("step"), row.getString("reason"), SmallNumbers.one(row.getLong("n")));
  }

  private static Reuse reuse(ResultSet row, int number) throws SQLException {
    long reused = row.getLong("reused");
    long repeated = row.getLong("repeated");
    var shown = SmallNumbers.parts(List.of(reused, row.getLong("status"), repeated)).shown();
    boolean rated = reused + repeated > 0 && shown.get(0) != null && shown.get(2) != null;
    return new Reuse(
        row.getString("requirement"),
        row.getString("partner"),
        shown.get(0),
        shown.get(1),
        shown.get(2),
        rated ? rounded(100.0 * reused / (reused + repeated)) : null);
  }

  /**
   * Counted from what is shown, so that nothing that is held back can be worked out from it.
   * Requirement lines are named after their check or training; checks have no prefix.
   */
  private static Savings savings(List<Reuse> reuse) {
    var trainings = reused(reuse, requirement -> requirement.startsWith("CSTF_"));
    var checks = reused(reuse, "DBS"::equals);
    return new Savings(
        trainings,
        trainings == null ? null : trainings * TRAINING_MINUTES,
        checks,
        checks == null ? null : rounded(checks * DBS_DAYS),
        checks == null ? null : checks * LEAST_POUNDS,
        checks == null ? null : checks * MOST_POUNDS);
  }

  private static @Nullable Long reused(List<Reuse> reuse, Predicate<String> requirement) {
    var shown =
        reuse.stream()
            .filter(r -> requirement.test(r.requirement()))
            .map(Reuse::reused)
            .filter(Objects::nonNull)
            .toList();
    return shown.isEmpty() ? null : shown.stream().mapToLong(Long::longValue).sum();
  }

  /** A number of things, unless they are those of few people. */
  private static @Nullable Long ofEnough(long people, long number) {
    return SmallNumbers.one(people) == null ? null : Long.valueOf(number);
  }

  private static @Nullable Double days(@Nullable Long people, ResultSet row, String column)
      throws SQLException {
    return people == null ? null : rounded(row.getDouble(column));
  }

  private static Double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
