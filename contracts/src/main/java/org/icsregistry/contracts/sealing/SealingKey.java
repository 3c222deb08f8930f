package org.icsregistry.contracts.sealing;

import javax.crypto.SecretKey;

/**
 * A data key of one person and category.
 *
 * @param kid {@code <subject>.<category>.<random>}; says whose key it is, never what it protects
 * @param key AES-256
 */
public record SealingKey(String kid, SecretKey key) {

  /** Whose key it is, by its id. */
  public static String subject(String kid) {
    int dot = kid.indexOf('.');
    return dot < 0 ? kid : kid.substring(0, dot);
  }

  @Override
  public String toString() {
    return "SealingKey[" + kid + "]";
  }
}
