package org.icsregistry.bench.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.icsregistry.bench.BenchException;
import org.icsregistry.engines.Database;

/**
 * What the database alone can do: one row per transaction over many connections. The row is as long
 * as a row of the log, the table has the indexes of the log, and nothing is decided, sealed or
 * hashed.
 */
public final class RawPostgres implements Comparison {

  private static final int CONNECTIONS = 32;
  private static final String INSERT =
      """
      insert into raw_log
        (log_index, aggregate_id, aggregate_seq, aggregate_type, type, subject, recorded_at, leaf_hash, event)
      values (?, ?, 0, 'volunteer', 'CheckRecorded.v1', ?, ?, ?, ?)
      """;

  private final List<Connection> connections = new ArrayList<>();
  private final AtomicLong ids = new AtomicLong();
  private final int rowBytes;

  /**
   * @param rowBytes mean length of an event in the log
   */
  public RawPostgres(Database database, int rowBytes) {
    this.rowBytes = rowBytes;
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        connections.add(
            DriverManager.getConnection(
                database.jdbcUrl(), database.owner(), database.ownerPassword()));
      }
      try (var statement = connections.getFirst().createStatement()) {
        statement.execute(
            "create table raw_log (like event_log including constraints including indexes)");
      }
    } catch (SQLException e) {
      throw new BenchException("The comparison with the bare database cannot be set up", e);
    }
  }

  @Override
  public String name() {
    return "raw-pg";
  }

  @Override
  public String description() {
    return "INSERT and COMMIT of one row of %d bytes, %d connections"
        .formatted(rowBytes, CONNECTIONS);
  }

  @Override
  public Rate run(Duration duration) {
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    var done = new LongAdder();
    Workers.run(
        connections.stream()
            .<Runnable>map(connection -> () -> insertUntil(end, connection, done))
            .toList());
    return new Rate(done.sum(), System.nanoTime() - start, done.sum());
  }

  private void insertUntil(long end, Connection connection, LongAdder done) {
    var random = ThreadLocalRandom.current();
    var at = OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC);
    var hash = new byte[32];
    var event = new byte[rowBytes];
    random.nextBytes(event);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      while (System.nanoTime() < end) {
        long id = ids.incrementAndGet();
        insert.setLong(1, id);
        insert.setString(2, "volunteer:" + UUID.randomUUID());
        insert.setString(3, UUID.randomUUID().toString());
        insert.setObject(4, at);
        insert.setBytes(5, hash);
        insert.setBytes(6, event);
        insert.executeUpdate();
        done.increment();
      }
    } catch (SQLException e) {
      throw new BenchException("The bare database refused a row", e);
    }
  }

  /** Rows like those of the load; all but their length is made up by the server. */
  @Override
  public void growTo(long rows) {
    long held = ids.get();
    try (var insert =
        connections
            .getFirst()
            .prepareStatement(
                """
                insert into raw_log
                  (log_index, aggregate_id, aggregate_seq, aggregate_type, type, subject, recorded_at, leaf_hash, event)
                select n, 'volunteer:' || gen_random_uuid(), 0, 'volunteer', 'CheckRecorded.v1', gen_random_uuid(), now(),
                       sha256(n::text::bytea), decode(repeat(md5(n::text), ? / 16), 'hex')
                from generate_series(?::bigint, ?::bigint) as n
                """)) {
      insert.setInt(1, rowBytes);
      insert.setLong(2, held + 1);
      insert.setLong(3, rows);
      insert.executeUpdate();
      ids.set(Math.max(held, rows));
    } catch (SQLException e) {
      throw new BenchException("The table of the bare database could not be filled", e);
    }
  }

  @Override
  public void close() {
    try {
      for (var connection : connections) {
        connection.close();
      }
    } catch (SQLException e) {
      throw new BenchException("A connection did not close", e);
    }
  }
}
