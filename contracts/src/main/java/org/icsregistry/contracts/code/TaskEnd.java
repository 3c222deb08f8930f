package org.icsregistry.contracts.code;

/** What became of a task that was taken on. */
public enum TaskEnd {
  COMPLETED,
  NO_CONTACT,
  CANCELLED,
  ESCALATED
}
