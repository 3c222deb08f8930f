package org.icsregistry.kit.log;

import org.icsregistry.log.kafka.LogPosition;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Positions in table {@code log_position(name text primary key, next_index bigint not null, offsets
 * text not null)}, which the service's own migrations create.
 */
public final class LogPositions {

  private final JdbcClient jdbc;

  public LogPositions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where a follower of this name goes on; the beginning of the log for a new one. */
  public LogPosition read(String name) {
    return jdbc.sql("SELECT next_index, offsets FROM log_position WHERE name = ?")
        .param(name)
        .query((row, _) -> LogPosition.of(row.getLong(1), row.getString(2)))
        .optional()
        .orElseGet(LogPosition::start);
  }

  /** Locks the position until the end of the transaction, so that one instance applies a batch. */
  long lock(String name) {
    jdbc.sql(
            """
            INSERT INTO log_position (name, next_index, offsets) VALUES (?, 0, '')
            ON CONFLICT (name) DO NOTHING\
            """)
        .param(name)
        .update();
    return jdbc.sql("SELECT next_index FROM log_position WHERE name = ? FOR UPDATE")
        .param(name)
        .query(Long.class)
        .single();
  }

  void move(String name, LogPosition to) {
    jdbc.sql("UPDATE log_position SET next_index = ?, offsets = ? WHERE name = ?")
        .params(to.nextIndex(), to.offsetsText(), name)
        .update();
  }
}
