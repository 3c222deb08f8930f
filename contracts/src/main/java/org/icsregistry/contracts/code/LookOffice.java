package org.icsregistry.contracts.code;

/** In which office somebody at a partner looked. */
public enum LookOffice {
  /** The partner's system. */
  PARTNER,
  /** A person who coordinates its volunteers. */
  COORDINATOR
}
