package org.icsregistry.projection.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.projection.rows.Asker;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the audit trail for those who see part of it, and in the same query what decides which
 * part: it is of the same moment as the entries, and costs no question of its own.
 */
@Component
public class TiedTrail {

  private static final String ASKER =
      "%s AS bond, (SELECT last_index FROM partner WHERE key = :asking) AS standing";

  /**
   * A row without an entry where nothing fits. A join with one row keeps the order. An {@code OR}
   * would say the same as the {@code CASE}, but the planner takes it for rarely true, and reads and
   * sorts all entries for a page of them.
   */
  private static final String PAGE =
      """
      SELECT bond, standing, entry.* FROM (SELECT %s OFFSET 0) AS asker LEFT JOIN LATERAL (
        SELECT %s FROM audit WHERE CASE WHEN bond = ANY (:enough) THEN true ELSE org = :asking END
      """
          .formatted(ASKER.formatted(Asker.bond(":subject")), AuditTrail.COLUMNS);

  private static final String ENTRY =
      "SELECT %s, %s FROM audit WHERE log_index = :index"
          .formatted(ASKER.formatted(Asker.bond("subject")), AuditTrail.COLUMNS);

  private final JdbcClient jdbc;

  TiedTrail(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What was found, and what decides whether it is shown.
   *
   * @param bond what ties the asker to the person it is about
   * @param standing the last entry about the asker's organisation; absent if there is none
   */
  public record Asked<T>(Bond bond, @Nullable Long standing, T found) {}

  /**
   * Entries about one person: all that fit the question where what ties the asker to the person is
   * enough, otherwise those of them that the asker's organisation recorded.
   *
   * @param query names the person
   * @param enough ties that open all entries
   */
  public Asked<AuditPage> page(
      AuditQuery query, Discretion discretion, Asker asker, Set<Bond> enough) {
    var asked = new AuditSql(query, discretion);
    var statement =
        asker.fill(asked.fill(jdbc.sql(PAGE + asked.conditions() + ") AS entry ON true")));
    var found = new Page();
    statement.param("enough", names(enough)).query(found);
    return new Asked<>(found.bond, found.standing, AuditPage.of(found.entries, query.limit()));
  }

  /** One entry, whoever may see it; empty if there is none. */
  public Optional<Asked<AuditEntry>> entry(long logIndex, Asker asker) {
    return asker
        .fill(jdbc.sql(ENTRY))
        .param("index", logIndex)
        .query(
            (row, number) -> new Asked<>(bond(row), standing(row), AuditTrail.entry(row, number)))
        .optional();
  }

  private static final class Page implements RowCallbackHandler {

    private final List<AuditEntry> entries = new ArrayList<>();
    private Bond bond = Bond.NONE;
    private @Nullable Long standing;

    @Override
    public void processRow(ResultSet row) throws SQLException {
      if (entries.isEmpty()) {
        bond = bond(row);
        standing = standing(row);
      }
      if (row.getObject("log_index") != null) {
        entries.add(AuditTrail.entry(row, row.getRow()));
      }
    }
  }

  private static String[] names(Set<Bond> bonds) {
    var names = new String[bonds.size()];
    int i = 0;
    for (var bond : bonds) {
      names[i++] = bond.name();
    }
    return names;
  }

  private static Bond bond(ResultSet row) throws SQLException {
    return Bond.valueOf(row.getString("bond"));
  }

  private static @Nullable Long standing(ResultSet row) throws SQLException {
    long lastIndex = row.getLong("standing");
    return row.wasNull() ? null : lastIndex;
  }
}
