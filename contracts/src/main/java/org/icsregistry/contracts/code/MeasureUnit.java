package org.icsregistry.contracts.code;

/** What the values of a measure count. */
public enum MeasureUnit {
  COUNT,
  HOURS,
  PERCENT,
  MINUTES,
  DAYS,
  POUNDS
}
