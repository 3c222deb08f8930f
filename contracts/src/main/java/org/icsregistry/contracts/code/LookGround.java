package org.icsregistry.contracts.code;

/** What opened a person's details to somebody at a partner. */
public enum LookGround {
  /** The person shares them with the partner. */
  GRANT,
  /** The partner said that there was an emergency. */
  BREAK_GLASS
}
