package org.icsregistry.log.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public key with its name, as C2SP signed-note, section Verifier keys, writes it: {@code
 * name+id+base64(type ‖ key)}.
 *
 * @param name who signs; for a log its origin
 * @param type what kind of signature
 * @param publicKey the key as its type encodes it, 32 bytes for Ed25519, 1312 for ML-DSA-44; not
 *     copied
 */
@SuppressWarnings("ArrayRecordComponent") // equality by content is below
public record VerifierKey(String name, KeyType type, byte[] publicKey) {
  // A key for ML-DSA-44 has 1,752 characters besides its name.
  private static final int MOST_CHARACTERS = 4_096;
  private static final int ID_BYTES = 4;

  /**
   * @throws KeyException.MalformedName if the name is empty or has a space, a plus sign or a
   *     control character
   * @throws KeyException.NotAKey if the key has another length than the type demands
   */
  public VerifierKey {
    KeyName.check(name);
    if (publicKey.length != type.publicKeyBytes()) {
      throw new KeyException.NotAKey(name, "%d bytes long".formatted(type.publicKeyBytes()));
    }
  }

  /**
   * Reads {@code name+id+base64}.
   *
   * @throws KeyException if it is not a verifier key of a supported type, one subclass per defect
   */
  public static VerifierKey parse(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new KeyException.MalformedVerifierKey();
    }
    KeyText parts = KeyText.parse(text).orElseThrow(KeyException.MalformedVerifierKey::new);
    VerifierKey key = new VerifierKey(parts.name(), parts.type(), parts.material());
    parts.checkId(key);
    return key;
  }

  /** {@code name+id+base64}, the form in which the key is published. */
  public String text() {
    return KeyText.format(this, publicKey);
  }

  /** The first four bytes of SHA-256(name ‖ 0A ‖ type ‖ key), which signature lines carry. */
  public int id() {
    MessageDigest digest = sha256();
    digest.update(name.getBytes(UTF_8));
    digest.update((byte) '\n');
    digest.update(type.code());
    return ByteBuffer.wrap(digest.digest(publicKey), 0, ID_BYTES).getInt();
  }

  String idText() {
    return HexFormat.of().toHexDigits(id());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256; this one does not", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that
        && type == that.type
        && name.equals(that.name)
        && Arrays.equals(publicKey, that.publicKey);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(publicKey);
  }

  @Override
  public String toString() {
    return name + "+" + idText();
  }
}
