package org.icsregistry.registry.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that wraps data keys, from a file of 32 Base64-encoded bytes. Whoever has the table of keys
 * but not this file has nothing.
 */
final class KeyEncryptionKey {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  KeyEncryptionKey(byte[] bytes) {
    if (bytes.length != 32) {
      throw new IllegalArgumentException(
          "Expected a key-encryption key of 32 bytes, found "
              + bytes.length
              + "; make one with: head -c 32 /dev/urandom | base64");
    }
    this.key = new SecretKeySpec(bytes, "AES");
  }

  static KeyEncryptionKey read(Path file) {
    try {
      return new KeyEncryptionKey(Base64.getMimeDecoder().decode(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("Expected a key-encryption key in " + file, e);
    }
  }

  /** A secret that follows from this key, as installations without named keys had one. */
  SecretKey derived(String purpose) {
    return new SecretKeySpec(
        ReceiptMac.hmac(key, purpose.getBytes(StandardCharsets.UTF_8)), "HmacSHA256");
  }

  /**
   * AES-256-GCM with the key id as associated data, so that a wrapped key cannot be given to
   * another person.
   */
  byte[] wrap(String kid, SecretKey dataKey) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var sealed = crypt(Cipher.ENCRYPT_MODE, kid, nonce, dataKey.getEncoded());
    var wrapped = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, wrapped, NONCE_BYTES, sealed.length);
    return wrapped;
  }

  SecretKey unwrap(String kid, byte[] wrapped) {
    var nonce = Arrays.copyOf(wrapped, NONCE_BYTES);
    var sealed = Arrays.copyOfRange(wrapped, NONCE_BYTES, wrapped.length);
    return new SecretKeySpec(crypt(Cipher.DECRYPT_MODE, kid, nonce, sealed), "AES");
  }

  private byte[] crypt(int mode, String kid, byte[] nonce, byte[] text) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The data key "
              + kid
              + " does not fit the key-encryption key; check that the file is the one it was wrapped with",
          e);
    }
  }
}
