package org.icsregistry.contracts.signature;

/** What can be wrong with a partner's signature, or with its absence. */
public enum SignatureDefect {
  /** Not a signature of the kind this system uses. */
  MALFORMED,
  /** Signs another command than the one it came with, or another event followed from it. */
  CONTENT_DIFFERS,
  /** Names a key that the partner had not registered, or had withdrawn. */
  KEY_UNKNOWN,
  /** The key it names did not make it. */
  WRONG,
  /** Was used for another act before; what somebody signs once happens once. */
  REPEATED,
  /** The partner requires its commands to be signed, and this one is not. */
  MISSING
}
