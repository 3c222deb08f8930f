package org.icsregistry.contracts.code;

/** Whether somebody wants to be asked at this time. */
public enum DutyStatus {
  ON_DUTY,
  OFF_DUTY
}
