package org.icsregistry.projection.rebuild;

import org.icsregistry.kit.log.LogFollowers;
import org.icsregistry.projection.rebuild.Version.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees to it that what builds is read for and changes over when it has caught up. Goes by what the
 * database says, so a rebuild goes on after a restart and may have been asked for elsewhere.
 */
@Component
class RebuildWatch {

  private static final Logger LOG = LoggerFactory.getLogger(RebuildWatch.class);

  private final Feeds feeds;
  private final Versions versions;
  private final Rebuilds rebuilds;
  private final LogFollowers followers;

  RebuildWatch(Feeds feeds, Versions versions, Rebuilds rebuilds, LogFollowers followers) {
    this.feeds = feeds;
    this.versions = versions;
    this.rebuilds = rebuilds;
    this.followers = followers;
  }

  @Scheduled(fixedDelay = 500)
  void look() {
    if (followers.isRunning()) {
      feeds.names().forEach(this::look);
    }
  }

  private void look(String projection) {
    boolean building = versions.in(projection, State.BUILDING).isPresent();
    boolean reading = followers.all().containsKey(Rebuilds.reader(projection));
    if (building && !reading) {
      followers.follow(Rebuilds.reader(projection), feeds.feed(projection, State.BUILDING));
    } else if (reading && (!building || changedOver(projection))) {
      followers.unfollow(Rebuilds.reader(projection));
    }
  }

  private boolean changedOver(String projection) {
    try {
      return rebuilds.changeOver(projection);
    } catch (TransientDataAccessException e) {
      LOG.info("The change-over of {} waits for a slow reader", projection, e);
      return false;
    }
  }
}
