package org.icsregistry.auditor.fsck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.icsregistry.contracts.passport.Tie;
import org.jspecify.annotations.Nullable;

/**
 * The digest of a read model: the sum of the SHA-256 of its rows modulo 2^256, as the
 * projection-service keeps it in {@code projection_version}.
 */
final class DigestSum {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

  private BigInteger sum = BigInteger.ZERO;

  void addHash(byte[] hash) {
    sum = sum.add(new BigInteger(1, hash)).mod(MODULUS);
  }

  void addDocument(String key, String json) {
    try {
      byte[] row = (key + '\n' + json).getBytes(UTF_8);
      addHash(MessageDigest.getInstance("SHA-256").digest(row));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256; this one does not", e);
    }
  }

  void addTie(Tie tie) {
    addDocument("tie", tie.toString());
  }

  void addLink(String subject, String partner) {
    addDocument("link", subject + ' ' + partner);
  }

  static DigestSum of(byte[] bytes) {
    DigestSum digest = new DigestSum();
    digest.addHash(bytes);
    return digest;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DigestSum that && sum.equals(that.sum);
  }

  @Override
  public int hashCode() {
    return sum.hashCode();
  }

  /** 64 hexadecimal digits. */
  @Override
  public String toString() {
    return "%064x".formatted(sum);
  }
}
