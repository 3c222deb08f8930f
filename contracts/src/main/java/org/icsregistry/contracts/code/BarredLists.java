package org.icsregistry.contracts.code;

/** Barred lists that a DBS check covered. */
public enum BarredLists {
  NONE,
  ADULTS,
  CHILDREN,
  BOTH
}
