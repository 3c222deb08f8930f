package org.icsregistry.projection.rebuild;

import java.util.List;
import org.icsregistry.kit.log.LogBatchHandler;
import org.icsregistry.log.kafka.LogRecord;
import org.icsregistry.projection.rebuild.Version.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Feeds the log to that version of a projection which is in one state: the one that serves, or the
 * one that builds. Rows, digest and the reader's place change in one transaction.
 */
final class Feed implements LogBatchHandler {

  private final Projection projection;
  private final State state;
  private final Versions versions;
  private final JdbcClient jdbc;

  Feed(Projection projection, State state, Versions versions, JdbcClient jdbc) {
    this.projection = projection;
    this.state = state;
    this.versions = versions;
    this.jdbc = jdbc;
  }

  @Override
  public void handle(List<LogRecord> batch) {
    // What a crash loses here is read from the log again, rows and place together.
    // And what was planned while a table was empty must not be kept while it grows.
    jdbc.sql(
            """
            SET LOCAL synchronous_commit = off; SET LOCAL registry.sight = 'EVERYTHING';
            SET LOCAL plan_cache_mode = force_custom_plan
            """)
        .update();
    switch (state) {
      case SERVING -> apply(serving(), batch);
      // It took over from one batch to the next: nothing is left to do until the reader ends.
      case BUILDING, RETIRED ->
          versions.lock(projection.name(), state).ifPresent(at -> apply(at, batch));
    }
  }

  /**
   * Whoever waits here for a change-over to end finds the old version retired and does not see the
   * new one yet (PostgreSQL, read committed); a second look does.
   */
  private Version serving() {
    return versions
        .lock(projection.name(), State.SERVING)
        .or(() -> versions.lock(projection.name(), State.SERVING))
        .orElseThrow();
  }

  private void apply(Version at, List<LogRecord> batch) {
    var fresh = batch.stream().filter(r -> r.index() >= at.nextIndex()).map(Entry::of).toList();
    if (fresh.isEmpty()) {
      return;
    }
    if (fresh.getFirst().index() != at.nextIndex()) {
      throw new IllegalStateException(
          "Version %d of %s needs log index %d next and was given %d"
              .formatted(at.version(), at.projection(), at.nextIndex(), fresh.getFirst().index()));
    }
    var digest = projection.apply(at.version(), fresh, at.digest());
    versions.advance(at.at(fresh.getLast().index() + 1, digest));
  }
}
