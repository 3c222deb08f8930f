package org.icsregistry.contracts.code;

/** What closes a gap, or takes an application further. */
public enum NextStep {
  MAKE_CHECK,
  REPEAT_CHECK,
  CHECK_UPDATE_SERVICE,
  TAKE_TRAINING,
  REPEAT_TRAINING,
  WAIT_FOR_AGE,
  CHOOSE_OTHER_ROLE,
  /** The partner answers an interest or an application. */
  ANSWER_APPLICATION,
  HOLD_CONVERSATION,
  ANSWER_OFFER
}
