package org.icsregistry.contracts.code;

/** Why an opportunity is closed. */
public enum OpportunityEnd {
  FILLED,
  NOT_NEEDED,
  PUBLISHED_IN_ERROR
}
