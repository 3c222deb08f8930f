package org.icsregistry.contracts.code;

/**
 * Levels of the two checks that have levels, each comparable within its own check only: GPG 45
 * confidence for identity, disclosure level for DBS.
 */
public enum CheckLevel {
  LOW(CheckCode.IDENTITY, 1),
  MEDIUM(CheckCode.IDENTITY, 2),
  HIGH(CheckCode.IDENTITY, 3),
  VERY_HIGH(CheckCode.IDENTITY, 4),
  BASIC(CheckCode.DBS, 1),
  STANDARD(CheckCode.DBS, 2),
  ENHANCED(CheckCode.DBS, 3),
  ENHANCED_BARRED(CheckCode.DBS, 4);

  private final CheckCode check;
  private final int rank;

  CheckLevel(CheckCode check, int rank) {
    this.check = check;
    this.rank = rank;
  }

  /** The check this is a level of. */
  public CheckCode check() {
    return check;
  }

  /** Whether this level is the same check's and at least as high. */
  public boolean covers(CheckLevel required) {
    return check == required.check && rank >= required.rank;
  }
}
