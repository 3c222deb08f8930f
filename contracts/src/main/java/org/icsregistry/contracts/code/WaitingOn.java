package org.icsregistry.contracts.code;

/** Whose turn it is. */
public enum WaitingOn {
  VOLUNTEER,
  ORGANISATION,
  THIRD_PARTY,
  NOBODY
}
