package org.icsregistry.registry.store;

import java.util.HashMap;
import java.util.Map;

/**
 * Versions of the aggregates that decisions of one batch have looked at without changing them.
 * Checked under the log's lock: a decision that rested on a state another instance has changed
 * meanwhile is taken again.
 */
public final class ReadSet {

  /** Key of the root unit of work's resource. */
  static final String RESOURCE = ReadSet.class.getName();

  private final Map<String, Long> versions = new HashMap<>();

  /**
   * @param version sequence number of the aggregate's last stored event; -1 when it has none
   */
  void note(String aggregateId, long version) {
    versions.putIfAbsent(aggregateId, version);
  }

  Map<String, Long> versions() {
    return versions;
  }
}
