package org.icsregistry.bench.access;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import org.icsregistry.bench.BenchException;
import org.icsregistry.engines.Database;

/** Round trips to the read side's database, in the role in which the service runs. */
final class RoundTrips {

  private static final double NANOS_PER_MICROSECOND = 1e3;

  private final Database database;

  RoundTrips(Database database) {
    this.database = database;
  }

  double nothing(Duration time) {
    return median("SELECT 1", time);
  }

  double tie(String person, String organisation, Duration time) {
    return median(
        "SELECT tie_of(?, ?, '', (now() AT TIME ZONE 'Europe/London')::date, now())",
        time,
        person,
        organisation);
  }

  private double median(String sql, Duration time, String... parameters) {
    try (var connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.app(), database.appPassword());
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      var _ = median(statement, time);
      return median(statement, time);
    } catch (SQLException e) {
      throw new BenchException("The database did not answer: " + sql, e);
    }
  }

  private static double median(PreparedStatement statement, Duration time) throws SQLException {
    var nanos = new ArrayList<Long>();
    long end = System.nanoTime() + time.toNanos();
    for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
      try (var rows = statement.executeQuery()) {
        rows.next();
        var _ = rows.getString(1);
      }
      nanos.add(System.nanoTime() - start);
    }
    nanos.sort(null);
    return nanos.get(nanos.size() / 2) / NANOS_PER_MICROSECOND;
  }
}
