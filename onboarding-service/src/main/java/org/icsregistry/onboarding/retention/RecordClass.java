package org.icsregistry.onboarding.retention;

/** Kinds of records with periods of their own. */
enum RecordClass {
  /** Outcomes of checks of somebody who is kept otherwise. */
  CHECKS,
  /** Everything about somebody who was a volunteer. */
  VOLUNTEER_FILE,
  /** Everything about somebody who never became one. */
  UNSUCCESSFUL_APPLICANT,
  /** What a legal hold kept when the person was forgotten. */
  HELD
}
