package org.icsregistry.contracts.code;

/**
 * Why somebody may begin before a requirement is met, and for how many days at most. Source: trusts
 * that let people start under supervision while references were outstanding (Helpforce).
 */
public enum BypassReason {
  /** Somebody named stays beside the person, where the requirement's line allows that. */
  SUPERVISED_START(28),
  /** What the requirement asks for was seen in another form. */
  EQUIVALENT_EVIDENCE(90),
  /** People are needed at once, as in a surge. */
  URGENT_NEED(28);

  private final int longestDays;

  BypassReason(int longestDays) {
    this.longestDays = longestDays;
  }

  /** Counted from the day on which the requirement was first bypassed for this role. */
  public int longestDays() {
    return longestDays;
  }
}
