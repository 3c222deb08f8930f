package org.icsregistry.contracts.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import jakarta.validation.constraints.Pattern;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The public half of a partner's signing key, as a JWK (RFC 7517): Ed25519 (RFC 8037) or P-256.
 *
 * @param x the key (Ed25519) or the point's first coordinate (P-256), 32 bytes in Base64url
 * @param y the point's second coordinate, P-256 only
 */
public record SigningKey(
    @Pattern(regexp = "^(OKP|EC)$") String kty,
    @Pattern(regexp = "^(Ed25519|P-256)$") String crv,
    @Pattern(regexp = COORDINATE) String x,
    @Nullable @Pattern(regexp = COORDINATE) String y) {

  private static final String COORDINATE = "^[A-Za-z0-9_-]{43}$";

  /** DER in front of the 32 bytes of an Ed25519 public key (RFC 8410, section 4). */
  private static final byte[] ED25519_DER = HexFormat.of().parseHex("302a300506032b6570032100");

  /** Whether its parts belong together and are a key at all. */
  public boolean usable() {
    try {
      return ed25519() ? y == null && ed25519Key() != null : p256() && p256Key() != null;
    } catch (GeneralSecurityException | RuntimeException e) {
      // A point that is not on the curve.
      return false;
    }
  }

  /** Whether this key made the signature. */
  boolean made(Jws jws) {
    try {
      return switch (jws.algorithm()) {
        // RFC 8037 called it EdDSA, RFC 9864 calls it by its curve.
        case "EdDSA", "Ed25519" -> ed25519() && ed25519Verifies(jws);
        case "ES256" -> p256() && p256Verifies(jws);
        default -> false;
      };
    } catch (GeneralSecurityException | JOSEException | RuntimeException e) {
      return false;
    }
  }

  private boolean ed25519() {
    return kty.equals("OKP") && crv.equals("Ed25519");
  }

  private boolean p256() {
    return kty.equals("EC") && crv.equals("P-256") && y != null;
  }

  private boolean ed25519Verifies(Jws jws) throws GeneralSecurityException {
    var signature = Signature.getInstance("Ed25519");
    signature.initVerify(ed25519Key());
    signature.update(jws.signingInput());
    return signature.verify(jws.signature());
  }

  private java.security.PublicKey ed25519Key() throws GeneralSecurityException {
    var raw = Base64.getUrlDecoder().decode(x);
    var der = new byte[ED25519_DER.length + raw.length];
    System.arraycopy(ED25519_DER, 0, der, 0, ED25519_DER.length);
    System.arraycopy(raw, 0, der, ED25519_DER.length, raw.length);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
  }

  private boolean p256Verifies(Jws jws) throws JOSEException {
    return new ECDSAVerifier(p256Key())
        .verify(
            new JWSHeader(JWSAlgorithm.ES256),
            jws.signingInput(),
            Base64URL.encode(jws.signature()));
  }

  /** Refuses a point that is not on the curve. */
  private ECKey p256Key() {
    return new ECKey.Builder(Curve.P_256, new Base64URL(x), new Base64URL(y)).build();
  }
}
