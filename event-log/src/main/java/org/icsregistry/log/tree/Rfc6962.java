package org.icsregistry.log.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The three hashes of RFC 6962 section 2.1. Every result is a new array of {@value #HASH_BYTES}
 * bytes.
 */
public final class Rfc6962 {
  /** Length of every hash in the tree. */
  public static final int HASH_BYTES = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  // A digest from the provider costs about as much as the hash of a node: one is kept per thread.
  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(Rfc6962::newDigest);

  private Rfc6962() {}

  /** SHA-256(00 ‖ entry): what the tree holds of one entry. */
  public static byte[] leafHash(byte[] entry) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    return digest.digest(entry);
  }

  /** SHA-256(01 ‖ left ‖ right): the root of two neighbouring subtrees. */
  public static byte[] nodeHash(byte[] left, byte[] right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  /** SHA-256 of nothing: the root of the tree without entries. */
  public static byte[] emptyRoot() {
    return sha256().digest();
  }

  private static MessageDigest sha256() {
    MessageDigest digest = SHA_256.get();
    // Whatever a failed call (a null, an interrupting error) left behind must not become part of
    // the next hash.
    digest.reset();
    return digest;
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256; this one does not", e);
    }
  }
}
