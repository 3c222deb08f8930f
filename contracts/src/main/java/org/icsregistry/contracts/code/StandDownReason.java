package org.icsregistry.contracts.code;

/** Why nobody is called up any more. */
public enum StandDownReason {
  /** What the surge was declared for is over. */
  OVER,
  /** More people said yes than are needed. */
  ENOUGH_PEOPLE,
  /** There was no need in the first place. */
  DECLARED_IN_ERROR
}
