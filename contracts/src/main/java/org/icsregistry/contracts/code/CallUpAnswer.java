package org.icsregistry.contracts.code;

/** What somebody says to a call-up. */
public enum CallUpAnswer {
  YES,
  NO,
  /** Not now; ask again. */
  LATER
}
