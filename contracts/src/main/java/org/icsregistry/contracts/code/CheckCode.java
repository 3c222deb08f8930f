package org.icsregistry.contracts.code;

import org.icsregistry.contracts.sealing.Category;

/**
 * The six NHS Employment Check Standards as far as they apply to volunteers (source: NHS
 * Employers), and what is asked for somebody below 18 besides (source: NAVSM).
 */
public enum CheckCode {
  IDENTITY,
  RIGHT_TO_VOLUNTEER,
  REFERENCES,
  DBS,
  WORK_HEALTH,
  REGISTRATION,
  /** A parent or guardian agrees; each organisation holds the agreement itself. */
  PARENTAL_CONSENT,
  /** What the role and the place mean for somebody so young. */
  YOUNG_PERSON_RISK_ASSESSMENT;

  /** Whether it is asked for only as long as the person is below 18. */
  public boolean onlyForTheYoung() {
    return this == PARENTAL_CONSENT || this == YOUNG_PERSON_RISK_ASSESSMENT;
  }

  /** Under which key the outcome lies: health is a special category (UK GDPR Art. 9). */
  public Category category() {
    return this == WORK_HEALTH ? Category.HEALTH : Category.CHECKS;
  }
}
