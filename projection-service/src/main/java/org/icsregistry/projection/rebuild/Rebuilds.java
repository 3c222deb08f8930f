package org.icsregistry.projection.rebuild;

import java.util.Objects;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.projection.rebuild.Version.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins rebuilds and ends them. What happens between is in the database and outlives a restart.
 */
@Component
class Rebuilds {

  private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

  private final Versions versions;
  private final JdbcClient jdbc;

  Rebuilds(Versions versions, JdbcClient jdbc) {
    this.versions = versions;
    this.jdbc = jdbc;
  }

  /** Name of the reader that fills the version which builds. */
  static String reader(String projection) {
    return projection + "-rebuild";
  }

  /**
   * Opens the next version, empty.
   *
   * @throws Refusal while another is building
   */
  @Transactional
  public void begin(String projection) {
    // Held so that of two requests at once one waits here and then finds the other's version.
    versions.lock(projection, State.SERVING);
    if (versions.in(projection, State.BUILDING).isPresent()) {
      throw new Refusal(
          ProblemCode.REBUILD_RUNNING,
          "no rebuild of this projection to be running",
          "one that is",
          "follow it with GET /v1/rebuilds/" + projection + " and ask again when it is done");
    }
    jdbc.sql("DELETE FROM log_position WHERE name = ?").param(reader(projection)).update();
    LOG.info("Rebuild of {} begins as version {}", projection, versions.open(projection));
  }

  /**
   * Lets the version that builds serve, if it has come as far as the one that does.
   *
   * @return whether it serves now
   */
  @Transactional
  public boolean changeOver(String projection) {
    // Readers queue behind the change, so it waits for slow ones only briefly and is tried again.
    jdbc.sql("SET LOCAL lock_timeout = '2s'").update();
    var serving = versions.lock(projection, State.SERVING);
    var building = versions.lock(projection, State.BUILDING);
    if (serving.isEmpty()
        || building.isEmpty()
        || building.get().nextIndex() < serving.get().nextIndex()) {
      return false;
    }
    changeOver(serving.get(), building.get());
    return true;
  }

  private void changeOver(Version from, Version to) {
    var matched = matched(from, to);
    versions.serve(to.projection(), to.version(), matched);
    if (Objects.equals(matched, false)) {
      LOG.warn(
          "Version {} of {} differs from version {} at log index {}",
          to.version(),
          to.projection(),
          from.version(),
          from.nextIndex());
    }
  }

  private static @Nullable Boolean matched(Version serving, Version building) {
    return serving.nextIndex() == building.nextIndex()
        ? serving.digest().equals(building.digest())
        : null;
  }
}
