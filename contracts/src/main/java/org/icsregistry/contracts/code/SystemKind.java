package org.icsregistry.contracts.code;

/** What a partner's system does that speaks with the registry. */
public enum SystemKind {
  VOLUNTEER_MANAGEMENT,
  LEARNING,
  WORKFORCE,
  TASKS,
  IDENTITY,
  OTHER
}
