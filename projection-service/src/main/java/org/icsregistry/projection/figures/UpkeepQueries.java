package org.icsregistry.projection.figures;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.directory.GoodStanding;
import org.icsregistry.projection.figures.Upkeep.Bypassed;
import org.icsregistry.projection.figures.Upkeep.Expiring;
import org.icsregistry.projection.figures.Upkeep.Issuer;
import org.icsregistry.projection.rebuild.Places;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Counts kept rows, as {@link FigureQueries} does. */
@Component
public class UpkeepQueries {

  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

  private static final String EXPIRING =
      """
      SELECT partner, days, count(DISTINCT subject) AS people
        FROM figure_warning WHERE ends > :now GROUP BY 1, 2 ORDER BY 1, 2
      """;

  private static final String BYPASSES =
      """
      SELECT partner, requirement, reason, count(*) AS people,
             count(*) FILTER (WHERE until >= :today) AS now
        FROM figure_bypass GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      """;

  private static final String ISSUERS =
      """
      SELECT issuer,
             count(*) FILTER (WHERE decision = 'REUSED') AS reused,
             count(*) FILTER (WHERE decision = 'REPEAT') AS repeated
        FROM (SELECT DISTINCT issuer, decision, subject FROM relied) AS person
       GROUP BY 1 ORDER BY 1
      """;

  /** The projection that knows issuers; what is counted here is as old as the older of both. */
  private static final String OF_ISSUERS = "readiness";

  private final JdbcClient jdbc;
  private final GoodStanding standing;
  private final Places places;
  private final Remembered<Upkeep> remembered;

  UpkeepQueries(
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

  /** As the log stood at most ten seconds ago, for whoever may see figures. */
  public Upkeep now(Caller caller) {
    Access.requireEver(caller, Right.SEE_FIGURES);
    standing.require(caller);
    return remembered.get(this::counted);
  }

  private Upkeep counted(Instant now) {
    long last = Math.min(places.last(FiguresProjection.NAME), places.last(OF_ISSUERS));
    return new Upkeep(now, last, expiring(now), bypasses(now), issuers());
  }

  private List<Expiring> expiring(Instant now) {
    return jdbc.sql(EXPIRING)
        .param("now", now.toEpochMilli())
        .query((row, _) ->
            new Expiring(
                row.getString("partner"),
                row.getInt("days"),
                SmallNumbers.rounded(row.getLong("people"))))
        .list();
  }

  private List<Bypassed> bypasses(Instant at) {
    return jdbc.sql(BYPASSES)
        .param("today", LocalDate.ofInstant(at, UNITED_KINGDOM))
        .query((row, _) -> {
          long people = row.getLong("people");
          long now = row.getLong("now");
          var parts = SmallNumbers.parts(List.of(now, people - now));
          return new Bypassed(
              row.getString("partner"),
              row.getString("requirement"),
              row.getString("reason"),
              parts.roundedTotal(people),
              parts.rounded().getFirst());
        })
        .list();
  }

  /** In the order of what is shown, as exits are. */
  private List<Issuer> issuers() {
    return jdbc
        .sql(ISSUERS)
        .query((row, _) -> {
          var shown =
              SmallNumbers.parts(List.of(row.getLong("reused"), row.getLong("repeated"))).rounded();
          return new Issuer(row.getString("issuer"), shown.get(0), shown.get(1));
        })
        .list()
        .stream()
        .sorted(comparing(Issuer::reused, SmallNumbers.LARGEST_FIRST))
        .toList();
  }
}
