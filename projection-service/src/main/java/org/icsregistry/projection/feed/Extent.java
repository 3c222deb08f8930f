package org.icsregistry.projection.feed;

/** How much of an entry a partner is told. */
enum Extent {
  /** The entry as it stands in the log: the partner's own act, its own matter, or everybody's. */
  ENTRY,
  /** The entry as it stands in the log, because the person shares details with the partner. */
  SHARED,
  /** That it happened, without what names others and their items. */
  OUTCOME
}
