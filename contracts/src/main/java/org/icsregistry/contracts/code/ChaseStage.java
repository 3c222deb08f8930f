package org.icsregistry.contracts.code;

/** How often somebody was reminded of a step that is late. */
public enum ChaseStage {
  FIRST,
  SECOND,
  /** The partner's coordinators are asked to step in. */
  ESCALATED
}
