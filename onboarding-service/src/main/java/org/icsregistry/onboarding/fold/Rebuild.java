package org.icsregistry.onboarding.fold;

import java.util.List;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.passport.Passport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Throws folded states away that another release made of another shape, before anybody reads them;
 * the log is then read again from its beginning. Commands have fixed ids, and letters and notices
 * are known by their events, so that nothing is done twice.
 */
@Component
class Rebuild {

  private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
  private static final List<String> FOLDED =
      List.of("person", "partner", "role", "occasion", "moment", "journey", "due", "log_position");

  Rebuild(JdbcTemplate jdbc, TransactionTemplate transaction) {
    transaction.executeWithoutResult(
        _ -> renew(Shape.of(Passport.class, Partner.class, Role.class), jdbc));
  }

  /** What was folded before the shape was noted is of an unknown one. */
  private static void renew(String shape, JdbcTemplate jdbc) {
    jdbc.queryForList("SELECT pg_advisory_xact_lock(hashtext('fold_shape'))");
    var stored = jdbc.queryForList("SELECT shape FROM fold_shape", String.class);
    if (stored.equals(List.of(shape))) {
      return;
    }
    LOG.info("Folded states are of another release's shape; the log is read again");
    FOLDED.forEach(table -> jdbc.update("DELETE FROM " + table));
    jdbc.update(
        "INSERT INTO fold_shape (shape) VALUES (?) ON CONFLICT (only_one) DO UPDATE SET shape = excluded.shape",
        shape);
  }
}
