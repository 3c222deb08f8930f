package org.icsregistry.contracts.code;

/** Whose rule a requirement line is. */
public enum Jurisdiction {
  NATIONAL,
  ICS,
  PARTNER
}
