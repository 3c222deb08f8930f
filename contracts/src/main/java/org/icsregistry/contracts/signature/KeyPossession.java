package org.icsregistry.contracts.signature;

import java.util.Set;

/**
 * Shows that whoever registers a key holds its private half: a JWS made with that key over {@code
 * {"source": "urn:org:RBV", "kid": "rbv-2026"}}.
 */
public final class KeyPossession {

  private KeyPossession() {}

  /** Whether the proof was made with this key, by this organisation, under this id. */
  public static boolean shows(String proof, SigningKey key, String source, String keyId) {
    try {
      var jws = Jws.parse(proof);
      return jws.keyId().equals(keyId)
          && Set.copyOf(jws.claims().propertyNames()).equals(Set.of("source", "kid"))
          && jws.claims().path("kid").asString("").equals(keyId)
          && jws.claims().path("source").asString("").equals(source)
          && key.made(jws);
    } catch (SignatureException e) {
      return false;
    }
  }
}
