package org.icsregistry.contracts.code;

/**
 * Why a partner does not take an applicant. Says nothing about the person: what one partner decided
 * against somebody must not follow them (UK GDPR Art. 10).
 */
public enum DeclineReason {
  NO_VACANCY,
  ROLE_FILLED,
  NOT_A_MATCH,
  NO_RESPONSE,
  REQUIREMENTS_OPEN,
  OTHER
}
