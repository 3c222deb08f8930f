package org.icsregistry.contracts.code;

/** Why a partner may not act for now. */
public enum SuspensionReason {
  AGREEMENT_LAPSED,
  SAFEGUARDING,
  SECURITY_INCIDENT,
  AT_OWN_REQUEST
}
