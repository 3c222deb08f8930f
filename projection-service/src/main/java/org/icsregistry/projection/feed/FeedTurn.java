package org.icsregistry.projection.feed;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.icsregistry.kit.log.LogFollowers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Elects the one instance that writes the feeds: a session lock of PostgreSQL, which a dead process
 * gives up by itself. Two at once would do no harm, but end each other's transactions on Kafka all
 * the time.
 */
@Component
@ConditionalOnProperty(name = "registry.feed.enabled", matchIfMissing = true)
final class FeedTurn implements DisposableBean {

  /** Name of the follower, in metrics and health. */
  static final String NAME = "feed";

  private static final Logger LOG = LoggerFactory.getLogger(FeedTurn.class);
  private static final long KEY = 0x70617274_66656564L;
  private static final int ALIVE_WITHIN_SECONDS = 2;

  private final DataSource dataSource;
  private final LogFollowers followers;
  private final FeedWriter writer;
  private @Nullable Connection session;

  FeedTurn(DataSource dataSource, LogFollowers followers, FeedWriter writer) {
    this.dataSource = dataSource;
    this.followers = followers;
    this.writer = writer;
  }

  @Scheduled(fixedDelay = 500)
  synchronized void look() throws SQLException {
    if (!followers.isRunning()) {
      return;
    }
    if (session == null) {
      take();
    } else if (!session.isValid(ALIVE_WITHIN_SECONDS)) {
      LOG.warn("The lock for writing the feeds is lost; another instance may go on");
      giveUp();
    }
  }

  private void take() throws SQLException {
    var connection = dataSource.getConnection();
    try (var statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      statement.setLong(1, KEY);
      var result = statement.executeQuery();
      if (result.next() && result.getBoolean(1)) {
        session = connection;
        followers.follow(NAME, writer::handle);
      }
    } finally {
      if (session == null) {
        connection.close();
      }
    }
  }

  private void giveUp() throws SQLException {
    followers.unfollow(NAME);
    writer.close();
    var connection = session;
    session = null;
    if (connection != null) {
      try (connection;
          var statement = connection.prepareStatement("SELECT pg_advisory_unlock(?)")) {
        statement.setLong(1, KEY);
        statement.execute();
      }
    }
  }

  @Override
  public synchronized void destroy() throws SQLException {
    giveUp();
  }
}
