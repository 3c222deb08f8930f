package org.icsregistry.projection.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icsregistry.contracts.envelope.Json;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows of typed columns by key, folded from the log, for questions that count: a batch costs one
 * query and at most two statements, however many rows it touches. The digest is of the rows as
 * PostgreSQL writes them in JSON, so whoever reads the table can add it up again.
 *
 * @param <R> a record whose components are the table's columns, in that order and by those names
 */
public final class RowTable<R extends RowTable.Row> {

  /** A row that knows which one it is. */
  public interface Row {

    /** Its key columns, one text. */
    String key();
  }

  private record Stored<R>(R row, String text) {}

  private final JdbcTemplate jdbc;
  private final String name;
  private final Class<R> type;
  private final String load;
  private final String store;
  private final String delete;

  /** The same, found by its key. */
  public RowTable(JdbcTemplate jdbc, String name, Class<R> type, List<String> key) {
    this(jdbc, name, type, key, key);
  }

  /**
   * @param name table without the version
   * @param key columns of the primary key
   * @param foundBy columns by which a batch finds the rows that it may change
   */
  public RowTable(
      JdbcTemplate jdbc, String name, Class<R> type, List<String> key, List<String> foundBy) {
    this.jdbc = jdbc;
    this.name = name;
    this.type = type;
    var given = "json_populate_recordset(NULL::%1$s_v%2$d, ?::json)";
    load =
        "SELECT row_to_json(t)::text FROM %1$s_v%2$d AS t JOIN "
            + given
            + " AS given USING ("
            + String.join(", ", foundBy)
            + ")";
    store =
        "INSERT INTO %1$s_v%2$d AS t SELECT * FROM "
            + given
            + " ON CONFLICT ("
            + String.join(", ", key)
            + ") DO "
            + replacing(key)
            + " RETURNING row_to_json(t)::text";
    delete =
        "DELETE FROM %1$s_v%2$d AS t USING "
            + given
            + " AS given WHERE "
            + key.stream()
                .map(k -> "t." + k + " = given." + k)
                .collect(Collectors.joining(" AND "));
  }

  private String replacing(List<String> key) {
    var values =
        Stream.of(type.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(column -> !key.contains(column))
            .map(column -> column + " = excluded." + column)
            .toList();
    return values.isEmpty() ? "NOTHING" : "UPDATE SET " + String.join(", ", values);
  }

  /**
   * Folds a batch into rows.
   *
   * @param like what has the columns that rows are found by; others are left out of account
   * @param fold changes the rows that are found, by key: puts, replaces and removes
   */
  public Digest apply(
      int version, Collection<?> like, Digest digest, Consumer<Map<String, R>> fold) {
    if (like.isEmpty()) {
      return digest;
    }
    var before = load(version, like);
    var after = new LinkedHashMap<String, R>();
    before.forEach((key, stored) -> after.put(key, stored.row()));
    fold.accept(after);
    var result = digest;
    var removed = new ArrayList<R>();
    for (var stored : before.values()) {
      var key = stored.row().key();
      var now = after.get(key);
      if (stored.row().equals(now)) {
        after.remove(key);
        continue;
      }
      result = result.minus(bytes(stored.text()));
      if (now == null) {
        removed.add(stored.row());
      }
    }
    delete(version, removed);
    return store(version, after.values(), result);
  }

  /**
   * Adds rows to what is there.
   *
   * @param and both, the earlier first, where there is one by that key already
   */
  public Digest merge(int version, List<R> rows, Digest digest, BinaryOperator<R> and) {
    var more = new LinkedHashMap<String, R>();
    rows.forEach(row -> more.merge(row.key(), row, and));
    return apply(
        version,
        more.values(),
        digest,
        found -> more.forEach((key, row) -> found.merge(key, row, and)));
  }

  private Map<String, Stored<R>> load(int version, Collection<?> like) {
    var found = new LinkedHashMap<String, Stored<R>>();
    jdbc.query(
        load.formatted(name, version),
        result -> {
          var text = result.getString(1);
          var row = Json.STATES.readValue(text, type);
          found.put(row.key(), new Stored<>(row, text));
        },
        json(like));
    return found;
  }

  private void delete(int version, Collection<R> rows) {
    if (!rows.isEmpty()) {
      jdbc.update(delete.formatted(name, version), json(rows));
    }
  }

  private Digest store(int version, Collection<R> rows, Digest digest) {
    if (rows.isEmpty()) {
      return digest;
    }
    var result = digest;
    for (var text :
        jdbc.query(store.formatted(name, version), (row, _) -> row.getString(1), json(rows))) {
      result = result.plus(bytes(text));
    }
    return result;
  }

  private static String json(Collection<?> rows) {
    return Json.MAPPER.writeValueAsString(rows);
  }

  private byte[] bytes(String text) {
    return (name + '\n' + text).getBytes(UTF_8);
  }
}
