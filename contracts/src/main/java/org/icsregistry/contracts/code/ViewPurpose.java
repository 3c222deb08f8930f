package org.icsregistry.contracts.code;

/** What a partner looks at a shared passport for. */
public enum ViewPurpose {
  /** To accept or reject its items; the time that verification takes begins here. */
  VERIFICATION,
  /** To look something up again. */
  REFERENCE,
  /** Because somebody has to see that all is in order. */
  AUDIT
}
