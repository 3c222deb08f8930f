package org.icsregistry.projection.rebuild;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.icsregistry.kit.log.LogBatchHandler;
import org.icsregistry.projection.rebuild.Version.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Feeds of all projections. */
final class Feeds {

  private final Map<String, Projection> projections;
  private final Versions versions;
  private final JdbcClient jdbc;

  Feeds(List<Projection> projections, Versions versions, JdbcClient jdbc) {
    this.projections =
        projections.stream()
            .collect(Collectors.toMap(Projection::name, p -> p, (a, _) -> a, TreeMap::new));
    this.versions = versions;
    this.jdbc = jdbc;
  }

  /** Names of all projections, in alphabetical order. */
  Set<String> names() {
    return projections.keySet();
  }

  LogBatchHandler feed(String projection, State state) {
    var found = projections.get(projection);
    if (found == null) {
      throw new IllegalArgumentException("There is no projection " + projection);
    }
    return new Feed(found, state, versions, jdbc);
  }
}
