package org.icsregistry.kit.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.icsregistry.engines.SharedEngines;
import org.icsregistry.kit.fixture.TestLog;
import org.icsregistry.log.kafka.LogRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A log, a database, and as many instances of one service as a test needs. */
final class FollowedLog implements AutoCloseable {

  final TestLog log = new TestLog();
  SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final HikariDataSource pool = pool();
  final JdbcClient jdbc = JdbcClient.create(pool);

  FollowedLog() {
    jdbc.sql(
            """
            CREATE TABLE log_position (
              name text PRIMARY KEY, next_index bigint NOT NULL, offsets text NOT NULL)\
            """)
        .update();
    // No unique key: a record that is applied twice shall be seen.
    jdbc.sql("CREATE TABLE seen (index bigint NOT NULL, instance text NOT NULL)").update();
  }

  /** One more instance; {@link #meters} are those of the last one. */
  LogFollowers instance(LogBatchHandler handler) {
    meters = new SimpleMeterRegistry();
    var followers =
        new LogFollowers(
            new LogFollowing(log.topic(), true, 50, Duration.ofMillis(200)),
            Map.of("bootstrap.servers", log.servers()),
            new LogPositions(jdbc),
            new TransactionTemplate(new JdbcTransactionManager(pool)),
            meters,
            Clock.systemUTC(),
            Map.of("test", handler));
    followers.start();
    return followers;
  }

  LogBatchHandler noting(String instance) {
    return batch -> batch.forEach(record -> note(record, instance));
  }

  void note(LogRecord record, String instance) {
    jdbc.sql("INSERT INTO seen VALUES (?, ?)").params(record.index(), instance).update();
  }

  List<Long> seen() {
    return jdbc.sql("SELECT index FROM seen ORDER BY index")
        .query((row, _) -> row.getLong(1))
        .list();
  }

  @Override
  public void close() {
    log.close();
    pool.close();
  }

  private static HikariDataSource pool() {
    var database = SharedEngines.postgres().freshDatabase("onboarding");
    var config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl());
    config.setUsername(database.owner());
    config.setPassword(database.ownerPassword());
    config.setMaximumPoolSize(6);
    return new HikariDataSource(config);
  }
}
