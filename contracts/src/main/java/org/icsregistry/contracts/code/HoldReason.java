package org.icsregistry.contracts.code;

/** What keeps something beyond an erasure. Source: UK GDPR Art. 17(3). */
public enum HoldReason {
  LEGAL_CLAIM,
  LEGAL_OBLIGATION,
  SAFEGUARDING,
  PUBLIC_TASK
}
