package org.icsregistry.contracts.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.icsregistry.contracts.envelope.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Signs commands with an Ed25519 key, for partners whose systems are written in Java. */
public final class CommandSigner {

  private static final int RAW_KEY_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String keyId;
  private final SigningKey publicKey;
  private final PrivateKey privateKey;

  private CommandSigner(String keyId, SigningKey publicKey, PrivateKey privateKey) {
    this.keyId = keyId;
    this.publicKey = publicKey;
    this.privateKey = privateKey;
  }

  /** With a new key. */
  public static CommandSigner generate(String keyId) {
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      // The raw key ends its DER form (RFC 8410, section 4).
      var der = pair.getPublic().getEncoded();
      var raw = Arrays.copyOfRange(der, der.length - RAW_KEY_BYTES, der.length);
      var key = new SigningKey("OKP", "Ed25519", BASE64.encodeToString(raw), null);
      return new CommandSigner(keyId, key, pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has Ed25519", e);
    }
  }

  /**
   * With a key kept as a private JWK (RFC 8037): {@code kty, crv, kid, x, d}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static CommandSigner ofJwk(String jwk) {
    var key = Json.MAPPER.readTree(jwk);
    try {
      var d = Base64.getUrlDecoder().decode(key.path("d").asString(""));
      var secret =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, d));
      var signer =
          new CommandSigner(
              key.path("kid").asString(""), Json.MAPPER.treeToValue(key, SigningKey.class), secret);
      if (!KeyPossession.shows(
          signer.possession("urn:org:RBV"), signer.publicKey, "urn:org:RBV", signer.keyId)) {
        throw new IllegalArgumentException(
            "Expected a JWK whose x and d belong together, with kid");
      }
      return signer;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "Expected a private Ed25519 key as JWK with kid, x and d", e);
    }
  }

  /** The whole key as a private JWK, to be kept in a file that nobody else reads. */
  public String toJwk() {
    var d = ((EdECPrivateKey) privateKey).getBytes().orElseThrow();
    ObjectNode jwk = Json.MAPPER.valueToTree(publicKey);
    return jwk.put("kid", keyId).put("d", BASE64.encodeToString(d)).toString();
  }

  public String keyId() {
    return keyId;
  }

  /** What the registry and everybody else may know. */
  public SigningKey publicKey() {
    return publicKey;
  }

  /** The proof that goes with RegisterSigningKey. */
  public String possession(String source) {
    return jws(Json.MAPPER.createObjectNode().put("source", source).put("kid", keyId));
  }

  /**
   * The envelope with the attribute {@code evidence}.
   *
   * @param envelope a whole command with id, type, source, subject and data
   * @param personal the fields of its data that the log seals; only salted digests of these are
   *     signed
   */
  public ObjectNode sign(ObjectNode envelope, Set<String> personal) {
    var claims = Json.MAPPER.createObjectNode();
    for (var name : new String[] {"id", "type", "source", "subject"}) {
      claims.set(name, envelope.required(name));
    }
    for (var name : new String[] {"actor", "correlationid"}) {
      if (envelope.hasNonNull(name)) {
        claims.set(name, envelope.required(name));
      }
    }
    var data = ((ObjectNode) envelope.required("data")).deepCopy();
    var digests = Json.MAPPER.createArrayNode();
    var disclosures = new StringBuilder();
    for (var field : personal) {
      var value = data.remove(field);
      if (value != null && !value.isNull()) {
        var disclosure = Disclosure.of(salt(), field, value);
        digests.add(disclosure.digest());
        disclosures.append(disclosure.text()).append('~');
      }
    }
    if (!digests.isEmpty()) {
      data.set("_sd", digests);
      claims.put("_sd_alg", "sha-256");
    }
    claims.set("data", data);
    return envelope.deepCopy().put("evidence", jws(claims) + "~" + disclosures);
  }

  private String jws(JsonNode claims) {
    var header = Json.MAPPER.createObjectNode().put("alg", "EdDSA").put("kid", keyId);
    var input =
        BASE64.encodeToString(Json.MAPPER.writeValueAsBytes(header))
            + "."
            + BASE64.encodeToString(Json.MAPPER.writeValueAsBytes(claims));
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(privateKey);
      signature.update(input.getBytes(US_ASCII));
      return input + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The signing key does not sign", e);
    }
  }

  private static String salt() {
    var salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return BASE64.encodeToString(salt);
  }
}
