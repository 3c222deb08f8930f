package org.icsregistry.projection.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the audit trail. */
@Component
public class AuditTrail {

  static final String COLUMNS =
      "log_index, subject, org, actor, type, recorded_at, leaf_hash, event";

  private static final String ENTRY = "SELECT " + COLUMNS + " FROM audit";

  private final JdbcClient jdbc;

  AuditTrail(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The entries that fit the question, at most as many as it asks for. */
  public AuditPage page(AuditQuery query) {
    return page(query, null);
  }

  /** The same without what is not to be told. */
  public AuditPage page(AuditQuery query, @Nullable Discretion discretion) {
    var asked = new AuditSql(query, discretion);
    var statement = asked.fill(jdbc.sql(ENTRY + " WHERE true" + asked.conditions()));
    return AuditPage.of(statement.query(AuditTrail::entry).list(), query.limit());
  }

  public Optional<AuditEntry> entry(long logIndex) {
    return jdbc.sql(ENTRY + " WHERE log_index = ?")
        .param(logIndex)
        .query(AuditTrail::entry)
        .optional();
  }

  /** Everything about these subjects up to and with an entry, in the order of the log. */
  public List<RecordedEvent> upTo(Collection<String> subjects, long logIndex) {
    return jdbc.sql(
            """
            SELECT event FROM audit WHERE subject = ANY (?) AND log_index <= ? ORDER BY log_index
            """)
        .params(subjects.toArray(String[]::new), logIndex)
        .query((row, _) -> EventCodec.decode(row.getBytes(1)))
        .list();
  }

  /** Entries of these types about these subjects behind an index, in the order of the log. */
  public List<RecordedEvent> after(
      Collection<String> subjects, Collection<String> types, long logIndex) {
    return jdbc.sql(
            """
            SELECT event FROM audit WHERE subject = ANY (?) AND type = ANY (?) AND log_index > ?
             ORDER BY log_index
            """)
        .params(subjects.toArray(String[]::new), types.toArray(String[]::new), logIndex)
        .query((row, _) -> EventCodec.decode(row.getBytes(1)))
        .list();
  }

  /**
   * The latest entries of these types, the latest first.
   *
   * @param subject absent for all
   */
  public List<RecordedEvent> latest(Collection<String> types, @Nullable String subject, int most) {
    var sql = new StringBuilder("SELECT event FROM audit WHERE type = ANY (:types)");
    if (subject != null) {
      sql.append(" AND subject = :subject");
    }
    var statement =
        jdbc.sql(sql.append(" ORDER BY log_index DESC LIMIT :most").toString())
            .param("types", types.toArray(String[]::new))
            .param("most", most);
    if (subject != null) {
      statement.param("subject", subject);
    }
    return statement.query((row, _) -> EventCodec.decode(row.getBytes(1))).list();
  }

  /** The last entry that the log had recorded at that moment. */
  public Optional<Long> lastIndexAt(Instant moment) {
    return jdbc.sql(
            """
            SELECT log_index FROM audit WHERE recorded_at <= ?
             ORDER BY recorded_at DESC, log_index DESC LIMIT 1
            """)
        .param(moment.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional();
  }

  static AuditEntry entry(ResultSet row, int number) throws SQLException {
    return AuditEntry.of(
        row.getLong("log_index"),
        row.getString("type"),
        row.getString("org"),
        row.getString("actor"),
        row.getString("subject"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        HexFormat.of().formatHex(row.getBytes("leaf_hash")),
        row.getBytes("event"));
  }
}
