package org.icsregistry.contracts.code;

/** How volunteering in a role is organised. */
public enum EngagementMode {
  MICRO_TASK,
  SHIFT,
  REGULAR,
  ON_CALL,
  EMERGENCY,
  ONE_OFF
}
