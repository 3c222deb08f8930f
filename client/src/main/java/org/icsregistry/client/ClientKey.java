package org.icsregistry.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/**
 * A private key of the client's own, with which it signs a fresh assertion for each token ({@code
 * private_key_jwt}, RFC 7523 and OpenID Connect Core, section 9). The sign-in service knows the
 * public half; no secret ever travels.
 */
public final class ClientKey implements ClientProof {

  private static final Duration LIFE = Duration.ofMinutes(1);

  private final JWK key;
  private final JWSAlgorithm algorithm;
  private final JWSSigner signer;

  private ClientKey(JWK key) throws JOSEException {
    this.key = key;
    this.algorithm =
        switch (key) {
          case RSAKey _ -> JWSAlgorithm.PS256;
          case ECKey ec ->
              JWSAlgorithm.parse(
                  ec.getCurve().getName().replace("P-256", "ES256").replace("P-384", "ES384"));
          default -> throw new JOSEException("Neither RSA nor EC");
        };
    this.signer = new DefaultJWSSignerFactory().createJWSSigner(key, algorithm);
  }

  /**
   * @param file one private key as a JWK (RFC 7517), RSA of 2048 bits or more, or EC P-256 or P-384
   * @throws IllegalArgumentException if the file holds none; its message does not repeat it
   */
  public static ClientKey read(Path file) {
    try {
      return ofJwk(Files.readString(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "Expected a private key in " + file + ", which cannot be read", e);
    }
  }

  /** The same from the text of a JWK. */
  public static ClientKey ofJwk(String jwk) {
    try {
      var key = JWK.parse(jwk);
      if (key.isPrivate()) {
        return new ClientKey(key);
      }
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      throw unusable();
    }
    throw unusable();
  }

  // Without a cause: the parser's message may quote the key.
  private static IllegalArgumentException unusable() {
    return new IllegalArgumentException(
        "Expected one private key as a JWK, RSA of 2048 bits or more, or EC P-256 or P-384; found"
            + " something else");
  }

  /** Good for a minute, for this issuer, once. */
  String assertion(String clientId, URI issuer, Instant now) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(clientId)
            .subject(clientId)
            .audience(issuer.toString())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .build();
    var jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
    try {
      jwt.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("The client's key does not sign", e);
    }
    return jwt.serialize();
  }

  @Override
  public String toString() {
    return "ClientKey[" + key.getKeyID() + "]";
  }
}
