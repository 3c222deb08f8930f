package org.icsregistry.onboarding.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids made of names, so that restart, redelivery and a second instance come to the same id. Like
 * version 5 of RFC 9562, but with SHA-256 and therefore marked as version 8 (section 5.8).
 */
public final class NamedIds {

  private NamedIds() {}

  public static UUID of(String name) {
    var digest = ByteBuffer.wrap(sha256(name));
    long high = (digest.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
    long low = (digest.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static byte[] sha256(String name) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
