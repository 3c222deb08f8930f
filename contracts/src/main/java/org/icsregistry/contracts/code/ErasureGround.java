package org.icsregistry.contracts.code;

/**
 * Why a person, or one category of what is known of them, is forgotten. Source: UK GDPR Art. 17(1).
 */
public enum ErasureGround {
  /** The person asked for it. */
  REQUESTED,
  /** A consent that the processing rested on is withdrawn. */
  CONSENT_WITHDRAWN,
  /** The person objected and nothing overrides it (Art. 21). */
  OBJECTION,
  /** What it was collected for is done. */
  NO_LONGER_NEEDED,
  /** It should never have been processed. */
  UNLAWFUL,
  /** The retention period of this kind of record is over. */
  RETENTION,
  /** A legal hold that kept something at an earlier erasure is over. */
  HOLD_ENDED
}
