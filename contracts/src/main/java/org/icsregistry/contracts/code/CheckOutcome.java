package org.icsregistry.contracts.code;

/**
 * What an organisation decided after a check; never what the check disclosed.
 *
 * <p>{@link #CLEAR_TO_PLACE}, {@link #PLACED_AFTER_RISK_ASSESSMENT} and {@link #NOT_PLACED} are for
 * DBS decisions, the other codes for all other checks. Source: UK GDPR Art. 10 and the DBS code of
 * practice (no register of convictions).
 */
public enum CheckOutcome {
  MET,
  NOT_MET,
  NOT_REQUIRED,
  CLEAR_TO_PLACE,
  PLACED_AFTER_RISK_ASSESSMENT,
  NOT_PLACED,
  FIT,
  FIT_WITH_ADJUSTMENTS,
  FIT_WITH_RESTRICTIONS,
  TEMPORARILY_NOT_CLEARED,
  NOT_CLEARED;

  /** Whether the organisation that decided would place the person. */
  public boolean positive() {
    return switch (this) {
      case MET,
          NOT_REQUIRED,
          CLEAR_TO_PLACE,
          PLACED_AFTER_RISK_ASSESSMENT,
          FIT,
          FIT_WITH_ADJUSTMENTS ->
          true;
      case NOT_MET, NOT_PLACED, FIT_WITH_RESTRICTIONS, TEMPORARILY_NOT_CLEARED, NOT_CLEARED ->
          false;
    };
  }
}
