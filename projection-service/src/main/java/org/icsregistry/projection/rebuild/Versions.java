package org.icsregistry.projection.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.icsregistry.projection.rebuild.Version.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of all projections as the database knows them. */
@Component
class Versions {

  private static final String SELECT =
      """
      SELECT projection, version, state, next_index, digest, opened_at, served_at, matched
        FROM projection_version
      """;

  private final JdbcClient jdbc;

  Versions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All that exist now: of each projection one that serves and at most one that builds. */
  List<Version> current() {
    return jdbc.sql(SELECT + " WHERE state <> 'RETIRED' ORDER BY projection, version")
        .query(Versions::version)
        .list();
  }

  Optional<Version> in(String projection, State state) {
    return jdbc.sql(SELECT + " WHERE projection = ? AND state = ?")
        .params(projection, state.name())
        .query(Versions::version)
        .optional();
  }

  /** The version in that state, held until the end of the transaction. */
  Optional<Version> lock(String projection, State state) {
    return jdbc.sql(SELECT + " WHERE projection = ? AND state = ? FOR UPDATE")
        .params(projection, state.name())
        .query(Versions::version)
        .optional();
  }

  /** The one opened last, in whatever state. */
  Optional<Version> newest(String projection) {
    return jdbc.sql(SELECT + " WHERE projection = ? ORDER BY version DESC LIMIT 1")
        .param(projection)
        .query(Versions::version)
        .optional();
  }

  void advance(Version to) {
    jdbc.sql(
            """
            UPDATE projection_version SET next_index = ?, digest = ?
             WHERE projection = ? AND version = ?
            """)
        .params(to.nextIndex(), to.digest().bytes(), to.projection(), to.version())
        .update();
  }

  /** Creates the tables of the next version and gives its number. */
  int open(String projection) {
    return jdbc.sql("SELECT open_version(?)").param(projection).query(Integer.class).single();
  }

  /** Makes the version serve in place of the one that does. */
  void serve(String projection, int version, @Nullable Boolean matched) {
    jdbc.sql("SELECT serve_version(:projection, :version, :matched::boolean)")
        .param("projection", projection)
        .param("version", version)
        .param("matched", matched)
        .query()
        .listOfRows();
  }

  private static Version version(ResultSet row, int number) throws SQLException {
    return new Version(
        row.getString("projection"),
        row.getInt("version"),
        State.valueOf(row.getString("state")),
        row.getLong("next_index"),
        Digest.of(row.getBytes("digest")),
        instant(row, "opened_at"),
        row.getObject("served_at") == null ? null : instant(row, "served_at"),
        row.getObject("matched", Boolean.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
