package org.icsregistry.auditor.fsck;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import org.icsregistry.auditor.source.SourceException;
import org.jspecify.annotations.Nullable;

/** A database read in one snapshot, row by row. */
final class Database implements AutoCloseable {
  private static final int ROWS_AT_ONCE = 2_000;

  private final Connection connection;

  /** What is done with each row. */
  interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private Database(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param url of JDBC
   * @param variables beginning of the environment variables with user and password
   */
  static Database open(String url, String variables) {
    Properties properties = new Properties();
    fromEnvironment(properties, "user", System.getenv(variables + "_USER"));
    fromEnvironment(properties, "password", System.getenv(variables + "_PASSWORD"));
    properties.setProperty("readOnly", "true");
    try {
      Connection connection = DriverManager.getConnection(url, properties);
      // A cursor needs a transaction; this isolation makes it a snapshot.
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      // What guards the read models against queries that forget their conditions.
      try (var statement = connection.createStatement()) {
        statement.execute("SET registry.sight = 'EVERYTHING'");
      }
      return new Database(connection);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static void fromEnvironment(Properties properties, String name, @Nullable String value) {
    if (value != null) {
      properties.setProperty(name, value);
    }
  }

  void each(String sql, Row each) {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          each.read(rows);
        }
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static SourceException unreadable(SQLException e) {
    return new SourceException(
        "Expected to read the database, got %s (SQL state %s); `audit fsck --help` says how user and password are given"
            .formatted(e.getMessage(), e.getSQLState()),
        e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }
}
