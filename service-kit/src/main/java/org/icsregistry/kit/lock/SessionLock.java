package org.icsregistry.kit.lock;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Elects one of several instances by a session lock of PostgreSQL, which a dead process gives up by
 * itself. A paused one does not notice that it has lost it: whoever holds it needs a second fence.
 * For one thread.
 */
public final class SessionLock {

  private static final Logger LOG = LoggerFactory.getLogger(SessionLock.class);
  private static final int ALIVE_WITHIN_SECONDS = 2;

  private final DataSource dataSource;
  private final long key;
  private @Nullable Connection session;

  /**
   * @param key of the lock, the same in all instances and of no other lock in the database
   */
  public SessionLock(DataSource dataSource, long key) {
    this.dataSource = dataSource;
    this.key = key;
  }

  /** Whether this instance was elected now; asked while it does not hold the lock. */
  public boolean acquire() {
    try {
      var connection = dataSource.getConnection();
      try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
        statement.setLong(1, key);
        var result = statement.executeQuery();
        if (result.next() && result.getBoolean(1)) {
          session = connection;
        }
      } finally {
        if (session == null) {
          connection.close();
        }
      }
      return session != null;
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("The lock could not be asked for", e);
    }
  }

  /** Whether this instance was elected and has not given up; it may have lost its session. */
  public boolean taken() {
    return session != null;
  }

  /** Whether this instance is still the elected one. */
  public boolean held() {
    try {
      return session != null && session.isValid(ALIVE_WITHIN_SECONDS);
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("The lock is lost", e);
    }
  }

  /** Gives the lock and its connection back. */
  public void release() {
    if (session == null) {
      return;
    }
    try (var connection = session;
        var statement = connection.prepareStatement("select pg_advisory_unlock(?)")) {
      statement.setLong(1, key);
      statement.execute();
    } catch (SQLException e) {
      // The session is gone, and its lock with it.
      LOG.debug("The lock's session was gone", e);
    } finally {
      session = null;
    }
  }
}
