package org.icsregistry.contracts.code;

/** Result of a DBS Update Service status check, reduced to what partners may share. */
public enum StatusResult {
  CURRENT,
  NOT_CURRENT
}
