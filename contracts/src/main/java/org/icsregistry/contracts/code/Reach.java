package org.icsregistry.contracts.code;

/** Whose people an opportunity is for. */
public enum Reach {
  /** Those of the organisation that published it. */
  OWN_PEOPLE,
  /** Those of the partners it names as well. */
  NAMED_PARTNERS,
  /** Those of every partner of the ICS. */
  EVERY_PARTNER
}
