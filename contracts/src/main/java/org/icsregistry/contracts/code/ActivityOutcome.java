package org.icsregistry.contracts.code;

/** What became of a task that was taken on. */
public enum ActivityOutcome {
  COMPLETED,
  NO_CONTACT,
  CANCELLED,
  ESCALATED
}
