package org.icsregistry.log.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/**
 * The bare mathematics of a verifier key: whether bytes are its signature of a message (RFC 8032,
 * FIPS 204).
 */
public final class SignatureCheck {
  private final KeyType type;
  private final PublicKey key;

  /**
   * @throws KeyException.NotAKey if the bytes of the key are none, for Ed25519 not a point of the
   *     curve
   */
  public SignatureCheck(VerifierKey verifierKey) {
    type = verifierKey.type();
    byte[] prefix = type.x509Prefix();
    byte[] encoded = Arrays.copyOf(prefix, prefix.length + verifierKey.publicKey().length);
    System.arraycopy(
        verifierKey.publicKey(), 0, encoded, prefix.length, verifierKey.publicKey().length);
    try {
      key =
          KeyFactory.getInstance(type.algorithmName())
              .generatePublic(new X509EncodedKeySpec(encoded));
      // Only when it is first used, the provider looks whether the bytes are a point of the curve.
      var _ = ready();
    } catch (GeneralSecurityException e) {
      throw new KeyException.NotAKey(
          verifierKey.name(), "a public key for " + type.algorithmName(), e);
    }
  }

  /**
   * Whether the key made this signature of the message; false for anything that is not a signature
   * at all.
   */
  public boolean verify(byte[] message, byte[] signature) {
    if (signature.length != type.signatureBytes()) {
      return false;
    }
    try {
      Signature verification = ready();
      verification.update(message);
      return verification.verify(signature);
    } catch (SignatureException malformed) {
      // The provider's answer to bytes that no signer can produce, such as a scalar beyond the
      // order of the group.
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The platform now refuses a key that it has accepted", e);
    }
  }

  private Signature ready() throws GeneralSecurityException {
    Signature verification = Signature.getInstance(type.algorithmName());
    verification.initVerify(key);
    return verification;
  }
}
