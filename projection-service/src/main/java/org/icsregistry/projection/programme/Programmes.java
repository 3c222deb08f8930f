package org.icsregistry.projection.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.icsregistry.contracts.directory.Programme;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.directory.GoodStanding;
import org.icsregistry.projection.figures.SmallNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds programmes, and the time given at their partners, for whoever may see figures. */
@Component
public class Programmes {

  private static final String GIVEN =
      """
      SELECT partner, category, count(*) AS volunteers, sum(minutes) AS minutes
        FROM figure_given WHERE partner = ANY (?) GROUP BY 1, 2 ORDER BY 1, 2
      """;

  private final JdbcClient jdbc;
  private final GoodStanding standing;

  Programmes(JdbcClient jdbc, GoodStanding standing) {
    this.jdbc = jdbc;
    this.standing = standing;
  }

  /** All programmes by id. */
  public List<ProgrammeView> all(Caller caller) {
    require(caller);
    return jdbc.sql("SELECT doc FROM programme ORDER BY key").query(Programmes::view).list();
  }

  public Optional<ProgrammeView> find(Caller caller, String id) {
    require(caller);
    return jdbc.sql("SELECT doc FROM programme WHERE key = ?")
        .param(id)
        .query(Programmes::view)
        .optional();
  }

  /** What the log itself counts at these partners. */
  public List<Given> given(Caller caller, Collection<String> partners) {
    require(caller);
    return jdbc.sql(GIVEN)
        .param(partners.toArray(String[]::new))
        .query((row, _) -> given(row))
        .list();
  }

  private void require(Caller caller) {
    Access.requireEver(caller, Right.SEE_FIGURES);
    standing.require(caller);
  }

  private static Given given(ResultSet row) throws SQLException {
    var volunteers = SmallNumbers.rounded(row.getLong("volunteers"));
    return new Given(
        row.getString("partner"),
        row.getString("category"),
        volunteers,
        volunteers == null ? null : SmallNumbers.nearest(row.getLong("minutes") / 60));
  }

  private static ProgrammeView view(ResultSet row, int number) throws SQLException {
    return ProgrammeView.of(Json.MAPPER.readValue(row.getString(1), Programme.class));
  }
}
