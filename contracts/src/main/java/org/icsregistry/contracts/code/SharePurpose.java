package org.icsregistry.contracts.code;

/** What a person shares a passport for. */
public enum SharePurpose {
  RECRUITMENT,
  PLACEMENT,
  TEMPORARY_PLACEMENT,
  EMERGENCY
}
