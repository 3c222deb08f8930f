package org.icsregistry.contracts.code;

/** DBS workforce for which a certificate was issued. Source: DBS Update Service employer guide. */
public enum Workforce {
  ADULT,
  CHILD,
  CHILD_AND_ADULT,
  OTHER
}
