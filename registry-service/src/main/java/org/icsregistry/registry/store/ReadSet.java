package org.icsregistry.registry.store;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Versions of the aggregates that decisions of one batch rest on without changing them. Compared
 * with the log, under its lock if anything is appended: a decision, a refusal as well, that rested
 * on a state another instance has changed is taken again.
 */
public final class ReadSet {

  /** Key of the root unit of work's resource. */
  private static final String RESOURCE = ReadSet.class.getName();

  private final Map<String, Long> versions = new HashMap<>();

  /** The one of the current unit of decisions. */
  static ReadSet current() {
    return CurrentUnitOfWork.get().root().getOrComputeResource(RESOURCE, _ -> new ReadSet());
  }

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
