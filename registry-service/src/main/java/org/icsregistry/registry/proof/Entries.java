package org.icsregistry.registry.proof;

import org.icsregistry.log.tile.EntryBundle;
import org.icsregistry.log.tile.EntryBundlePath;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Entry bundles, straight from the log's own bytes. */
@Component
class Entries {

  private final JdbcTemplate jdbc;

  Entries(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  byte[] bundle(EntryBundlePath path) {
    var entries =
        jdbc.query(
            "select event from event_log where log_index >= ? and log_index < ? order by log_index",
            (row, _) -> row.getBytes(1),
            path.firstEntry(),
            path.firstEntry() + path.width());
    return new EntryBundle(entries).bytes();
  }
}
