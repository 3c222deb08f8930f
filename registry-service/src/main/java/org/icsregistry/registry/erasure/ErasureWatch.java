package org.icsregistry.registry.erasure;

import java.time.Duration;
import org.icsregistry.kit.loop.Loop;
import org.icsregistry.registry.keys.KeyRing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Empties this instance's memory of keys that another instance has destroyed, within a second. What
 * was destroyed lately is emptied several times, because a reader may have been under way.
 */
@Component
class ErasureWatch extends Loop {

  private static final Logger LOG = LoggerFactory.getLogger(ErasureWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final JdbcTemplate jdbc;
  private final KeyRing keys;

  ErasureWatch(JdbcTemplate jdbc, KeyRing keys) {
    super("erasure-watch");
    this.jdbc = jdbc;
    this.keys = keys;
  }

  @Override
  protected void work() throws InterruptedException {
    look();
    pause(EVERY);
  }

  private void look() {
    try {
      keys.forget(
          jdbc.query(
              "select distinct subject from keys.erasure where destroyed_at > now() - interval '1 minute'",
              (row, _) -> row.getString(1)));
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("Erasures of other instances cannot be looked for: {}", e.toString());
    }
  }
}
