package org.icsregistry.registry.publish;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Elects one publisher among the instances: a session lock of PostgreSQL, which a dead process
 * gives up by itself.
 */
@Component
class PublisherLock {

  private static final long KEY = 0x6c6f67_70756221L;
  private static final int ALIVE_WITHIN_SECONDS = 2;

  private final DataSource dataSource;
  private @Nullable Connection session;

  PublisherLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  boolean acquire() {
    try {
      var connection = dataSource.getConnection();
      try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
        statement.setLong(1, KEY);
        var result = statement.executeQuery();
        if (result.next() && result.getBoolean(1)) {
          session = connection;
          return true;
        }
      }
      connection.close();
      return false;
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException(
          "The publisher's lock could not be asked for", e);
    }
  }

  boolean held() {
    try {
      return session != null && session.isValid(ALIVE_WITHIN_SECONDS);
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("The publisher's lock is lost", e);
    }
  }

  /** Gives the lock and its connection back. */
  void release() {
    if (session == null) {
      return;
    }
    try (var connection = session;
        var statement = connection.prepareStatement("select pg_advisory_unlock(?)")) {
      statement.setLong(1, KEY);
      statement.execute();
    } catch (SQLException e) {
      // The session is gone, and its lock with it.
      org.slf4j.LoggerFactory.getLogger(PublisherLock.class)
          .debug("The lock's session was gone", e);
    } finally {
      session = null;
    }
  }
}
