package org.icsregistry.contracts.code;

/** Why an issuer withdraws an item. Source: the reason list of the NHS Digital Staff Passport. */
public enum WithdrawalReason {
  ISSUED_IN_ERROR,
  UPDATED_INFORMATION_TO_FOLLOW,
  NO_LONGER_VALID
}
