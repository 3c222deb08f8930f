package org.icsregistry.registry.keys;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.registry.exchange.Exchange;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * The stored keys, through the functions of the role that owns them: the application itself may not
 * read the table.
 */
@Component
class KeyTable {

  private static final RowMapper<Wrapped> WRAPPED =
      (row, _) -> new Wrapped(row.getString(1), row.getString(2), row.getBytes(3));

  private final JdbcTemplate jdbc;

  KeyTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a key-encryption key has wrapped.
   *
   * @param example one of the keys
   */
  record Epoch(String kek, long keys, Wrapped example) {

    static Epoch of(ResultSet row) throws SQLException {
      var kek = row.getString(1);
      return new Epoch(kek, row.getLong(2), new Wrapped(row.getString(3), kek, row.getBytes(4)));
    }
  }

  static void store(List<DataKey> keys, Exchange exchange) {
    exchange.with(
        "select keys.store(?, ?, ?, ?, ?)",
        c ->
            new Object[] {
              texts(c, keys, k -> k.wrapped().id()),
              texts(c, keys, DataKey::subject),
              texts(c, keys, k -> k.category().code()),
              texts(c, keys, k -> k.wrapped().kek()),
              bytes(c, keys.stream().map(DataKey::wrapped).toList())
            });
  }

  /** A row for each that is destroyed or under a hold. */
  static void gone(Collection<String> kids, Exchange exchange, RowCallbackHandler each) {
    exchange.with(
        "select * from keys.gone(?)", c -> new Object[] {texts(c, kids, kid -> kid)}, each);
  }

  List<Wrapped> byId(Collection<String> kids, boolean underHold) {
    return jdbc.query(
        "select * from keys.by_id(?, ?)",
        ps -> {
          ps.setArray(1, texts(ps.getConnection(), kids, k -> k));
          ps.setBoolean(2, underHold);
        },
        WRAPPED);
  }

  List<Wrapped> newest(String subject, Category category) {
    return jdbc.query("select * from keys.newest(?, ?)", WRAPPED, subject, category.code());
  }

  List<Epoch> epochs() {
    return jdbc.query("select * from keys.epochs() order by kek", (row, _) -> Epoch.of(row));
  }

  List<Wrapped> under(String kek, int most) {
    return jdbc.query("select * from keys.under(?, ?)", WRAPPED, kek, most);
  }

  void rewrap(String from, List<Wrapped> anew) {
    new Exchange()
        .with(
            "select keys.rewrap(?, ?, ?, ?)",
            c ->
                new Object[] {
                  texts(c, anew, Wrapped::id), from, texts(c, anew, Wrapped::kek), bytes(c, anew)
                })
        .send(jdbc);
  }

  List<Wrapped> serviceKeys() {
    return jdbc.query("select * from keys.service_keys()", WRAPPED);
  }

  void storeServiceKey(Wrapped key) {
    jdbc.query("select keys.store_service_key(?, ?, ?)", _ -> {}, key.id(), key.kek(), key.bytes());
  }

  void rewrapServiceKey(Wrapped key) {
    jdbc.query(
        "select keys.rewrap_service_key(?, ?, ?)", _ -> {}, key.id(), key.kek(), key.bytes());
  }

  private static <T> java.sql.Array texts(
      Connection connection, Collection<T> values, Function<T, String> text) throws SQLException {
    return connection.createArrayOf("text", values.stream().map(text).toArray(String[]::new));
  }

  private static java.sql.Array bytes(Connection connection, List<Wrapped> keys)
      throws SQLException {
    return connection.createArrayOf(
        "bytea", keys.stream().map(Wrapped::bytes).toArray(byte[][]::new));
  }
}
