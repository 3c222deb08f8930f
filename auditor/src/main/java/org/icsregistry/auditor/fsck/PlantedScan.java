package org.icsregistry.auditor.fsck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.icsregistry.auditor.finding.CopyFinding;
import org.icsregistry.auditor.finding.Findings;
import org.jspecify.annotations.Nullable;

/** Looks for planted words in every place that can hold a copy of what was said about a person. */
final class PlantedScan {

  private static final String TABLES =
      """
      select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
        and n.nspname not like 'pg_toast%' and n.nspname not like 'pg_temp%'
      order by 1, 2
      """;

  private final PlantedWords words;
  private final Map<String, Long> found = new TreeMap<>();

  PlantedScan(PlantedWords words) {
    this.words = words;
  }

  /** Every column of every table of a database. */
  void database(String name, Database database) {
    List<String[]> tables = new ArrayList<>();
    database.each(TABLES, row -> tables.add(new String[] {row.getString(1), row.getString(2)}));
    for (var table : tables) {
      database.each(
          "select * from \"%s\".\"%s\"".formatted(table[0], table[1]),
          row -> row(name + " " + table[0] + "." + table[1], row));
    }
  }

  private void row(String table, ResultSet row) throws SQLException {
    var columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      byte @Nullable [] value =
          columns.getColumnType(i) == Types.BINARY ? row.getBytes(i) : text(row.getString(i));
      look(table + "." + columns.getColumnName(i), value);
    }
  }

  private static byte @Nullable [] text(@Nullable String text) {
    return text == null ? null : text.getBytes(UTF_8);
  }

  /** Looks into some bytes; what stands there more than once is reported once. */
  void look(String place, byte @Nullable [] bytes) {
    if (bytes != null) {
      words.in(bytes).stream()
          .forEach(word -> found.merge(place + ", word " + (word + 1), 1L, Long::sum));
    }
  }

  int longest() {
    return words.longest();
  }

  void report(Findings findings) {
    found.forEach((place, times) -> findings.add(new CopyFinding.PlantedWordFound(place, times)));
  }
}
