package org.icsregistry.log.note;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/**
 * A private key with its name. Kept as the 32-byte seed from which RFC 8032 section 5.1.5 and FIPS
 * 204 section 5.1 derive the key pair; written as {@code PRIVATE+KEY+name+id+base64(type ‖ seed)},
 * the form Go's {@code sumdb/note} uses.
 */
public final class SigningKey {
  private static final String PREFIX = "PRIVATE+KEY+";
  private static final int SEED_BYTES = 32;

  private final VerifierKey verifierKey;
  private final byte[] seed;
  private final PrivateKey key;

  private SigningKey(String name, KeyType type, byte[] seed) {
    KeyPair pair = pair(type, seed);
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] publicKey = Arrays.copyOfRange(encoded, type.x509Prefix().length, encoded.length);
    this.verifierKey = new VerifierKey(name, type, publicKey);
    this.seed = seed.clone();
    this.key = pair.getPrivate();
  }

  /**
   * A new key.
   *
   * @throws KeyException.MalformedName if the name cannot be that of a key
   */
  public static SigningKey generate(String name, KeyType type) {
    byte[] seed = new byte[SEED_BYTES];
    new SecureRandom().nextBytes(seed);
    return new SigningKey(name, type, seed);
  }

  /**
   * Reads a key as {@link #secretText} wrote it.
   *
   * @throws KeyException if it is not one, one subclass per defect
   */
  public static SigningKey parse(String secretText) {
    if (!secretText.startsWith(PREFIX)) {
      throw new KeyException.MalformedSigningKey();
    }
    KeyText parts =
        KeyText.parse(secretText.substring(PREFIX.length()))
            .orElseThrow(KeyException.MalformedSigningKey::new);
    if (parts.material().length != SEED_BYTES) {
      throw new KeyException.MalformedSigningKey();
    }
    SigningKey key = new SigningKey(parts.name(), parts.type(), parts.material());
    parts.checkId(key.verifierKey);
    return key;
  }

  /** The key with its secret, to be kept where secrets are kept. */
  public String secretText() {
    return PREFIX + KeyText.format(verifierKey, seed);
  }

  /** The public half. */
  public VerifierKey verifierKey() {
    return verifierKey;
  }

  /** The bare signature of a message, without key id and time. */
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(verifierKey.type().algorithmName());
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The platform cannot sign with " + verifierKey.type(), e);
    }
  }

  @Override
  public String toString() {
    return "SigningKey[" + verifierKey + "]";
  }

  private static KeyPair pair(KeyType type, byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(type.algorithmName());
      generator.initialize(new NamedParameterSpec(type.algorithmName()), new Seed(seed));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The platform has no " + type.algorithmName(), e);
    }
  }

  /**
   * The JDK derives a public key from a private one nowhere but in its generators, which ask once
   * for exactly the seed.
   */
  private static final class Seed extends SecureRandom {
    private final byte[] seed;

    private Seed(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != seed.length) {
        throw new IllegalStateException(
            "The key generator asked for %d bytes, not 32".formatted(bytes.length));
      }
      System.arraycopy(seed, 0, bytes, 0, seed.length);
    }
  }
}
