package org.icsregistry.contracts.code;

/** Why a clearance no longer holds. */
public enum LapseReason {
  ITEM_WITHDRAWN,
  ITEM_EXPIRED,
  ROLE_REVISED,
  POLICY_CHANGED,
  RELATIONSHIP_ENDED,
  /** The role existed for a time that has passed. */
  ROLE_ENDED,
  ITEM_REJECTED,
  BYPASS_ENDED,
  PERSON_ERASED
}
