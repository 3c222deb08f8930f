package org.icsregistry.contracts.sealing;

import javax.crypto.SecretKey;

/**
 * A data key of one person and category.
 *
 * @param kid {@code <subject>.<category>.<random>}; says whose key it is, never what it protects
 * @param key AES-256
 */
public record SealingKey(String kid, SecretKey key) {

  @Override
  public String toString() {
    return "SealingKey[" + kid + "]";
  }
}
