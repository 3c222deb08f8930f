package org.icsregistry.projection.rows;

import java.util.Objects;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says at the beginning of a transaction for whom it reads passports. What the caller may see is
 * decided elsewhere ({@link Access}); this is what a query that forgets to ask runs into. It ends
 * with the transaction.
 */
@Component
public class RowSight {

  private static final String SETTINGS =
      """
      set_config('registry.sight', :sight, true),
      set_config('registry.organisation', :organisation, true),
      set_config('registry.person', :person, true)
      """;

  private final JdbcClient jdbc;

  RowSight(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The passports that have to do with the caller, or all for whoever may see all pseudonyms. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void of(Caller caller) {
    var _ = settings("SELECT " + SETTINGS, caller).query().singleRow();
  }

  /**
   * The same, and in the same statement what most who read passports want to know besides.
   *
   * @return index of the last entry that this projection holds; -1 for none
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public long of(Caller caller, String projection) {
    var sql =
        "SELECT next_index - 1, "
            + SETTINGS
            + " FROM projection_version WHERE projection = :projection AND state = 'SERVING'";
    return settings(sql, caller)
        .param("projection", projection)
        .query((row, _) -> row.getLong(1))
        .single();
  }

  private StatementSpec settings(String sql, Caller caller) {
    boolean all = Access.allows(caller, Right.SEE_PSEUDONYM, Bond.NONE);
    return jdbc.sql(sql)
        .param("sight", all ? "EVERYTHING" : "TIED")
        .param("organisation", caller.speaksForPartner() ? caller.organisation() : "")
        .param("person", Objects.requireNonNullElse(caller.person(), ""));
  }
}
