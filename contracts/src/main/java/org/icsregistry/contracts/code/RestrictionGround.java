package org.icsregistry.contracts.code;

/** Why nothing but storing is done with a person's data for now. Source: UK GDPR Art. 18(1). */
public enum RestrictionGround {
  ACCURACY_CONTESTED,
  UNLAWFUL_BUT_KEPT,
  NEEDED_FOR_CLAIM,
  OBJECTION_PENDING
}
