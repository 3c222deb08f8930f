package org.icsregistry.contracts.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.icsregistry.contracts.envelope.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * Compact JWE (RFC 7516, section 7.1) of the one kind that stands in the log: {@code alg=dir},
 * {@code enc=A256GCM}. By hand, because it is on the way of every command and a general library
 * takes several times as long; tests hold it against one in both directions.
 */
final class CompactJwe {

  private static final String NO_JWE = "Expected a compact JWE; it does not parse";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final int PARTS = 5;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String CIPHER = "AES/GCM/NoPadding";

  // Looked up once: each look-up by name goes through all providers.
  private static final Provider PROVIDER = provider();
  private static final ObjectReader HEADERS = Json.MAPPER.readerFor(Header.class);
  private static final ObjectWriter HEADER_WRITER = Json.MAPPER.writerFor(Header.class);

  private final Header header;
  private final String protectedHeader;
  private final byte[] nonce;
  private final byte[] sealed;

  /**
   * @param zip must be absent, as must {@code crit}: neither is used here (RFC 7516, sections 4.1.3
   *     and 4.1.13)
   */
  record Header(
      @Nullable String alg,
      @Nullable String enc,
      @Nullable String kid,
      @Nullable String fld,
      @Nullable String cmd,
      @Nullable Object zip,
      @Nullable Object crit) {

    Header(String kid, String fld, String cmd) {
      this("dir", "A256GCM", kid, fld, cmd, null, null);
    }

    private boolean supported() {
      return "dir".equals(alg) && "A256GCM".equals(enc) && zip == null && crit == null;
    }
  }

  private CompactJwe(Header header, String protectedHeader, byte[] nonce, byte[] sealed) {
    this.header = header;
    this.protectedHeader = protectedHeader;
    this.nonce = nonce;
    this.sealed = sealed;
  }

  Header header() {
    return header;
  }

  static String seal(Header header, SecretKey key, byte[] text) throws GeneralSecurityException {
    var protectedHeader = ENCODER.encodeToString(HEADER_WRITER.writeValueAsBytes(header));
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    var sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, protectedHeader, text);
    int length = sealed.length - TAG_BYTES;
    return protectedHeader
        + ".."
        + ENCODER.encodeToString(nonce)
        + "."
        + ENCODER.encodeToString(Arrays.copyOf(sealed, length))
        + "."
        + ENCODER.encodeToString(Arrays.copyOfRange(sealed, length, sealed.length));
  }

  static CompactJwe parse(String jwe) {
    var parts = jwe.split("\\.", -1);
    if (parts.length != PARTS || !parts[1].isEmpty()) {
      throw new SealingException("Expected a compact JWE of five parts, the second empty");
    }
    var header = header(parts[0]);
    try {
      var nonce = decoded(parts[2]);
      var text = decoded(parts[3]);
      var tag = decoded(parts[4]);
      if (!header.supported() || nonce.length != NONCE_BYTES || tag.length != TAG_BYTES) {
        throw new SealingException(
            "Expected a JWE of alg dir and enc A256GCM without zip and crit, got another kind");
      }
      var sealed = Arrays.copyOf(text, text.length + TAG_BYTES);
      System.arraycopy(tag, 0, sealed, text.length, TAG_BYTES);
      return new CompactJwe(header, parts[0], nonce, sealed);
    } catch (IllegalArgumentException e) {
      throw new SealingException(NO_JWE, e);
    }
  }

  /** What a value says about itself before it is opened. */
  static Header headerOf(String jwe) {
    int end = jwe.indexOf('.');
    if (end < 0) {
      throw new SealingException(NO_JWE);
    }
    return header(jwe.substring(0, end));
  }

  private static Header header(String encoded) {
    try {
      @Nullable Header header = HEADERS.readValue(decoded(encoded));
      if (header == null) {
        throw new SealingException(NO_JWE);
      }
      return header;
    } catch (IllegalArgumentException | JacksonException e) {
      throw new SealingException(NO_JWE, e);
    }
  }

  byte[] open(SecretKey key) throws GeneralSecurityException {
    return crypt(Cipher.DECRYPT_MODE, key, nonce, protectedHeader, sealed);
  }

  /** The header's encoded form is the associated data (RFC 7516, section 5.1, step 14). */
  private static byte[] crypt(
      int mode, SecretKey key, byte[] nonce, String protectedHeader, byte[] text)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance(CIPHER, PROVIDER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(protectedHeader.getBytes(US_ASCII));
    return cipher.doFinal(text);
  }

  private static Provider provider() {
    try {
      return Cipher.getInstance(CIPHER).getProvider();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every Java platform", e);
    }
  }

  private static byte[] decoded(String part) {
    return Base64.getUrlDecoder().decode(part);
  }
}
