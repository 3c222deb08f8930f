package org.icsregistry.projection.rebuild;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Digest of all rows of a read model: the sum of their SHA-256 hashes modulo 2^256. Rows can be
 * added and replaced in any order and in batches of any size, and equal contents give equal
 * digests. It compares our own tables with each other; it is no proof against somebody who chooses
 * rows.
 *
 * @param sum 0 for no rows
 */
public record Digest(BigInteger sum) {

  public static final Digest EMPTY = new Digest(BigInteger.ZERO);

  private static final int BYTES = 32;
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(8 * BYTES);

  /** A digest as {@link #bytes} gave it. */
  public static Digest of(byte[] bytes) {
    return new Digest(new BigInteger(1, bytes));
  }

  /** The digest with one more row. */
  public Digest plus(byte[] row) {
    return plusHash(sha256(row));
  }

  /** The digest with one more row whose SHA-256 is known. */
  public Digest plusHash(byte[] hash) {
    return new Digest(sum.add(new BigInteger(1, hash)).mod(MODULUS));
  }

  /** The digest without a row that was added before. */
  public Digest minus(byte[] row) {
    return new Digest(sum.subtract(new BigInteger(1, sha256(row))).mod(MODULUS));
  }

  /** 32 bytes, the most significant first. */
  public byte[] bytes() {
    byte[] magnitude = sum.toByteArray();
    byte[] bytes = new byte[BYTES];
    int length = Math.min(magnitude.length, BYTES);
    System.arraycopy(magnitude, magnitude.length - length, bytes, BYTES - length, length);
    return bytes;
  }

  /** 64 hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes());
  }

  private static byte[] sha256(byte[] row) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(row);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256; this one does not", e);
    }
  }
}
