package org.icsregistry.projection.figures;

import static java.util.Comparator.comparing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.directory.GoodStanding;
import org.icsregistry.projection.figures.Figures.Exit;
import org.icsregistry.projection.figures.Figures.Idle;
import org.icsregistry.projection.figures.Figures.Reuse;
import org.icsregistry.projection.figures.Figures.Savings;
import org.icsregistry.projection.figures.Figures.Turn;
import org.icsregistry.projection.figures.Figures.Wait;
import org.icsregistry.projection.rebuild.Places;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Counts the rows that {@link FiguresProjection} keeps. */
@Component
public class FigureQueries {

  private static final int TRAINING_MINUTES = 30;
  private static final double DBS_DAYS = 14.3;
  private static final int LEAST_POUNDS = 4;
  private static final int MOST_POUNDS = 30;

  private static final String WAITS =
      """
      SELECT partner, count(*) AS n,
             percentile_cont(0.5) WITHIN GROUP (ORDER BY (active - interested) / 86400000.0::float8)
               AS median,
             percentile_cont(0.9) WITHIN GROUP (ORDER BY (active - interested) / 86400000.0::float8)
               AS ninetieth
        FROM figure_presence WHERE active >= interested
       GROUP BY GROUPING SETS ((partner), ()) ORDER BY partner NULLS FIRST
      """;

  /** Whether there are five people is found in the index; counting all of them takes longer. */
  private static final String TURNS =
      """
      SELECT turn, count(*) AS n,
             (SELECT count(*) FROM (
               SELECT DISTINCT subject FROM figure_turn s WHERE s.turn = t.turn LIMIT :enough) AS p)
               AS people,
             percentile_cont(0.5) WITHIN GROUP (ORDER BY took / 86400000.0::float8) AS median,
             percentile_cont(0.9) WITHIN GROUP (ORDER BY took / 86400000.0::float8) AS ninetieth
        FROM figure_turn t GROUP BY turn ORDER BY turn
      """;

  private static final String EXITS =
      """
      SELECT step, reason, count(*) AS n FROM figure_exit GROUP BY 1, 2 ORDER BY 1, 2
      """;

  private static final String REUSE =
      """
      SELECT requirement, partner,
             count(*) FILTER (WHERE decision = 'REUSED') AS reused,
             count(*) FILTER (WHERE decision = 'STATUS_CHECK_NEEDED') AS status,
             count(*) FILTER (WHERE decision = 'REPEAT') AS repeated
        FROM figure_decision GROUP BY 1, 2 ORDER BY 1, 2
      """;

  /** Of several clearances of a person the one that has been unused for longest counts. */
  private static final String IDLE =
      """
      SELECT count(*) FILTER (WHERE unused <= :fortnight), count(*) FILTER (WHERE unused <= :sixty)
        FROM (SELECT min(greatest(since, latest)) AS unused
                FROM figure_clearance c LEFT JOIN figure_presence p USING (partner, subject)
               WHERE cleared GROUP BY c.subject) AS person
      """;

  private final JdbcClient jdbc;
  private final GoodStanding standing;
  private final Places places;
  private final Remembered<Figures> remembered;

  FigureQueries(
      JdbcClient jdbc,
      GoodStanding standing,
      Places places,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.standing = standing;
    this.places = places;
    this.remembered = new Remembered<>(clock, transactions);
  }

  /** All figures as the log stood at most ten seconds ago, for whoever may see figures. */
  public Figures all(Caller caller) {
    Access.requireEver(caller, Right.SEE_FIGURES);
    standing.require(caller);
    return remembered.get(this::counted);
  }

  private Figures counted(Instant now) {
    var reuse = jdbc.sql(REUSE).query(FigureQueries::reuse).list();
    return new Figures(
        now,
        places.last(FiguresProjection.NAME),
        waits(),
        jdbc.sql(TURNS).param("enough", SmallNumbers.LEAST).query(FigureQueries::turn).list(),
        exits(),
        reuse,
        savings(reuse),
        idle(now));
  }

  /** The first row is the total, so the others are held back together. */
  private List<Wait> waits() {
    var rows = jdbc.sql(WAITS).query(FigureQueries::row).list();
    var total = rows.stream().filter(r -> r.name() == null);
    var partners = rows.stream().filter(r -> r.name() != null).toList();
    var people = SmallNumbers.parts(partners.stream().map(Row::number).toList());
    var shown = new ArrayList<Wait>();
    total.forEach(r -> shown.add(r.wait(people.roundedTotal(r.number()))));
    var rounded = people.rounded();
    for (int i = 0; i < partners.size(); i++) {
      shown.add(partners.get(i).wait(rounded.get(i)));
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
  private List<Idle> idle(Instant now) {
    return jdbc.sql(IDLE)
        .param("fortnight", now.minus(Duration.ofDays(14)).toEpochMilli())
        .param("sixty", now.minus(Duration.ofDays(60)).toEpochMilli())
        .query((row, _) -> idle(row.getLong(1), row.getLong(2)))
        .single();
  }

  private static List<Idle> idle(long fortnight, long sixtyDays) {
    var people = SmallNumbers.parts(List.of(fortnight - sixtyDays, sixtyDays));
    return List.of(
        new Idle(14, people.roundedTotal(fortnight)), new Idle(60, people.rounded().getLast()));
  }

  private static Turn turn(ResultSet row, int number) throws SQLException {
    var steps = ofEnough(row.getLong("people"), row.getLong("n"));
    return new Turn(
        row.getString("turn"), steps, days(steps, row, "median"), days(steps, row, "ninetieth"));
  }

  /** In the order of what is shown, because that of the exact numbers would say more. */
  private List<Exit> exits() {
    return jdbc.sql(EXITS).query(FigureQueries::exit).list().stream()
        .sorted(comparing(Exit::people, SmallNumbers.LARGEST_FIRST))
        .toList();
  }

  private static Exit exit(ResultSet row, int number) throws SQLException {
    return new Exit(
        row.getString("step"), row.getString("reason"), SmallNumbers.rounded(row.getLong("n")));
  }

  private static Reuse reuse(ResultSet row, int number) throws SQLException {
    var shown =
        SmallNumbers.parts(
                List.of(row.getLong("reused"), row.getLong("status"), row.getLong("repeated")))
            .rounded();
    return new Reuse(
        row.getString("requirement"),
        row.getString("partner"),
        shown.get(0),
        shown.get(1),
        shown.get(2),
        rate(shown.get(0), shown.get(2)));
  }

  /** Of what is shown, so that it says no more. */
  private static @Nullable Double rate(@Nullable Long reused, @Nullable Long repeated) {
    return reused == null || repeated == null || reused + repeated == 0
        ? null
        : rounded(100.0 * reused / (reused + repeated));
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

  /** A number of things to the nearest five, unless they are those of few people. */
  private static @Nullable Long ofEnough(long people, long number) {
    return SmallNumbers.one(people) == null ? null : Long.valueOf(SmallNumbers.nearest(number));
  }

  private static @Nullable Double days(@Nullable Long people, ResultSet row, String column)
      throws SQLException {
    return people == null ? null : rounded(row.getDouble(column));
  }

  private static Double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
