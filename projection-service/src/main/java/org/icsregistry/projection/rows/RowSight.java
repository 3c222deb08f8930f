package org.icsregistry.projection.rows;

import java.util.Objects;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
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

  private final JdbcClient jdbc;

  RowSight(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The passports that have to do with the caller, or all for whoever may see all pseudonyms. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void of(Caller caller) {
    var sight = Access.allows(caller, Right.SEE_PSEUDONYM, Bond.NONE) ? "EVERYTHING" : "TIED";
    var organisation = caller.speaksForPartner() ? caller.organisation() : "";
    var person = Objects.requireNonNullElse(caller.person(), "");
    var _ =
        jdbc.sql(
                """
                SELECT set_config('registry.sight', ?, true),
                       set_config('registry.organisation', ?, true),
                       set_config('registry.person', ?, true)
                """)
            .params(sight, organisation, person)
            .query()
            .singleRow();
  }
}
