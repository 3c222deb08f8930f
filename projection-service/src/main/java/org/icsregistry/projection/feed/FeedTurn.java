package org.icsregistry.projection.feed;

import javax.sql.DataSource;
import org.icsregistry.kit.lock.SessionLock;
import org.icsregistry.kit.log.LogFollowers;
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
  private static final long LOCK = 0x70617274_66656564L;

  private final LogFollowers followers;
  private final FeedWriter writer;
  private final SessionLock lock;

  FeedTurn(DataSource dataSource, LogFollowers followers, FeedWriter writer) {
    this.followers = followers;
    this.writer = writer;
    this.lock = new SessionLock(dataSource, LOCK);
  }

  @Scheduled(fixedDelay = 500)
  synchronized void look() {
    if (!followers.isRunning()) {
      return;
    }
    if (!lock.taken()) {
      if (lock.acquire()) {
        followers.follow(NAME, writer::handle);
      }
    } else if (!lock.held()) {
      LOG.warn("The lock for writing the feeds is lost; another instance may go on");
      giveUp();
    }
  }

  private void giveUp() {
    followers.unfollow(NAME);
    writer.close();
    lock.release();
  }

  @Override
  public synchronized void destroy() {
    giveUp();
  }
}
