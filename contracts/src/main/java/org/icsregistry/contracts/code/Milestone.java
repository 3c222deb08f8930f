package org.icsregistry.contracts.code;

/** What somebody is thanked for. */
public enum Milestone {
  FIRST_ACTIVITY,
  TEN_HOURS,
  FIFTY_HOURS,
  HUNDRED_HOURS,
  SIX_MONTHS,
  ONE_YEAR,
  THANK_YOU
}
