package org.icsregistry.local.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Path;
import java.text.ParseException;
import org.icsregistry.local.PrivateFile;

/** The RS256 key of this service, made at the first start. */
public final class SigningKey {

  private SigningKey() {}

  /** The public half as a JWK set (RFC 7517); makes the key if there is none yet. */
  public static String publicKeys(Path file) {
    return new JWKSet(readOrCreate(file).toPublicJWK()).toString();
  }

  static RSAKey readOrCreate(Path file) {
    String json = PrivateFile.readOrCreate(file, SigningKey::create);
    try {
      return RSAKey.parse(json);
    } catch (ParseException e) {
      throw new IllegalStateException(
          "%s holds no RSA key in JWK form. Delete it, and a new one is made; people sign in again."
              .formatted(file),
          e);
    }
  }

  private static String create() {
    try {
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate()
          .toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException("This Java runtime cannot make an RSA key of 2048 bits", e);
    }
  }
}
