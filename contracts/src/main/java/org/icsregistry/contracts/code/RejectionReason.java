package org.icsregistry.contracts.code;

/**
 * Why a partner does not rely on another's check. Says nothing about what the check found: a
 * refusal that travels becomes a blacklist (UK GDPR Art. 10).
 */
public enum RejectionReason {
  DETAILS_DO_NOT_MATCH,
  ORIGINAL_NOT_SHOWN,
  ORIGIN_IN_DOUBT,
  LOCAL_POLICY
}
