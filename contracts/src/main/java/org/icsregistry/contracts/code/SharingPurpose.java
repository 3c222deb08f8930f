package org.icsregistry.contracts.code;

/**
 * What a person lets a partner see their details for. Source: the purposes for which partners of an
 * integrated care system pass people on to each other; marketing is not among them.
 */
public enum SharingPurpose {
  /** Recruiting and placing the person there. */
  PLACEMENT,
  /** Calling the person up in a surge. */
  SURGE,
  /** Verifying a passport that the person shows. */
  VERIFICATION,
  /** Protecting children or adults at risk. */
  SAFEGUARDING,
  /** Supporting a person from volunteering into a career. */
  CAREER
}
