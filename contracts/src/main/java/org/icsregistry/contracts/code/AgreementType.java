package org.icsregistry.contracts.code;

/** Agreements a partner signs before it may assert or read. */
public enum AgreementType {
  DSA,
  TERMS_OF_USE,
  DPIA,
  MOU,
  CONTROLLER_ARRANGEMENT;

  /** Whether a partner must have signed one of these before it may assert or read. */
  public boolean requiredToAct() {
    return this == DSA || this == TERMS_OF_USE;
  }
}
