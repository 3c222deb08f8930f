package org.icsregistry.contracts.code;

import org.icsregistry.contracts.sealing.Category;

/**
 * The six NHS Employment Check Standards as far as they apply to volunteers. Source: NHS Employers.
 */
public enum CheckCode {
  IDENTITY,
  RIGHT_TO_VOLUNTEER,
  REFERENCES,
  DBS,
  WORK_HEALTH,
  REGISTRATION;

  /** Under which key the outcome lies: health is a special category (UK GDPR Art. 9). */
  public Category category() {
    return this == WORK_HEALTH ? Category.HEALTH : Category.CHECKS;
  }
}
