package org.icsregistry.registry.keys;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyed digest for telling commands apart. Keyed, because a plain hash of a name or a date of
 * birth can be guessed and would be personal data itself. The key stays the same when
 * key-encryption keys change, or nobody could repeat a command of before.
 */
public final class ReceiptMac {

  /** Its name in the table, and the purpose for which it was once derived. */
  static final String NAME = "command-receipt";

  private static final String ALGORITHM = "HmacSHA256";

  private final Mac keyed;

  private ReceiptMac(SecretKey key) {
    this.keyed = keyed(key);
  }

  /**
   * The one that is stored; made at the first start.
   *
   * @param earlier what the installation used before it stored one
   */
  static ReceiptMac of(
      KeyTable table, KeyEncryption encryption, Supplier<Optional<SecretKey>> earlier) {
    if (stored(table).isEmpty()) {
      var key = earlier.get().orElseGet(ReceiptMac::random);
      encryption.wrap(Map.of(NAME, key)).forEach(table::storeServiceKey);
    }
    // Another instance may have been first.
    var key = requireNonNull(encryption.unwrap(stored(table)).get(NAME));
    return new ReceiptMac(new SecretKeySpec(key.getEncoded(), ALGORITHM));
  }

  private static List<Wrapped> stored(KeyTable table) {
    return table.serviceKeys().stream().filter(key -> key.id().equals(NAME)).toList();
  }

  private static SecretKey random() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new SecretKeySpec(bytes, ALGORITHM);
  }

  public byte[] of(byte[] text) {
    try {
      return ((Mac) keyed.clone()).doFinal(text);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("HMAC-SHA256 of the Java platform can be cloned", e);
    }
  }

  static byte[] hmac(SecretKey key, byte[] text) {
    return keyed(key).doFinal(text);
  }

  private static Mac keyed(SecretKey key) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every Java platform", e);
    }
  }
}
