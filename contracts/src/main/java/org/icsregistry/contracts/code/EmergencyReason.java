package org.icsregistry.contracts.code;

/**
 * Why somebody sees a person's details without the person's permission. Source: the conditions for
 * safeguarding and vital interests in the Data Protection Act 2018 (Sch. 1 para. 18) and UK GDPR
 * (Art. 6(1)(d)).
 */
public enum EmergencyReason {
  /** A child may be at risk, perhaps from the person. */
  SAFEGUARDING_CHILD,
  /** An adult may be at risk, perhaps from the person. */
  SAFEGUARDING_ADULT,
  /** The life or health of the person or of somebody else is in danger at this moment. */
  IMMINENT_RISK
}
