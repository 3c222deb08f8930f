package org.icsregistry.contracts.code;

/** What a relying partner does with another partner's item. */
public enum RecognitionDecision {
  REUSED,
  STATUS_CHECK_NEEDED,
  REPEAT
}
