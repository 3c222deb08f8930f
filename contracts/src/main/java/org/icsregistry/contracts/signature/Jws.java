package org.icsregistry.contracts.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.icsregistry.contracts.signature.SignatureDefect.MALFORMED;

import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.Format;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** A compact JWS (RFC 7515, section 7.1) whose payload is a JSON object and which names its key. */
final class Jws {

  private static final Pattern KID = Pattern.compile(Format.KEY_ID);
  private static final int PARTS = 3;

  /** Of Ed25519 (RFC 8032) and of ES256 (RFC 7518, section 3.4). */
  private static final int SIGNATURE_BYTES = 64;

  private static final Set<String> MEMBERS = Set.of("alg", "kid", "typ");
  private static final Set<String> ALGORITHMS = Set.of("EdDSA", "Ed25519", "ES256");
  private static final Set<String> TYPES = Set.of("JWT", "sd+jwt");

  private final String text;
  private final String algorithm;
  private final String keyId;
  private final ObjectNode claims;
  private final byte[] signature;

  private Jws(String text, String algorithm, String keyId, ObjectNode claims, byte[] signature) {
    this.text = text;
    this.algorithm = algorithm;
    this.keyId = keyId;
    this.claims = claims;
    this.signature = signature;
  }

  /**
   * Reads the text; whether the signature is right is another question.
   *
   * @throws SignatureException when it is no such JWS
   */
  static Jws parse(String text) {
    var parts = text.split("\\.", -1);
    if (parts.length != PARTS) {
      throw malformed("three parts with dots between");
    }
    try {
      var header = object(parts[0]);
      // Nothing else may stand in it: it stays in the log for ever, where nothing can be erased.
      if (!MEMBERS.containsAll(header.propertyNames())
          || !ALGORITHMS.contains(header.path("alg").asString(""))
          || !TYPES.contains(header.path("typ").asString("JWT"))) {
        throw malformed("a header with alg EdDSA or ES256, kid, and nothing else but typ JWT");
      }
      var keyId = header.path("kid").asString("");
      if (!KID.matcher(keyId).matches()) {
        throw malformed("a header with kid, 1 to 40 letters, digits, dots, hyphens or underscores");
      }
      var signature = Base64.getUrlDecoder().decode(parts[2]);
      if (signature.length != SIGNATURE_BYTES) {
        throw malformed("a signature of 64 bytes");
      }
      return new Jws(text, header.path("alg").asString(""), keyId, object(parts[1]), signature);
    } catch (IllegalArgumentException | JacksonException e) {
      // The causes quote what came.
      throw malformed("parts in Base64url, the first two JSON objects");
    }
  }

  private static ObjectNode object(String part) {
    if (Json.MAPPER.readTree(Base64.getUrlDecoder().decode(part)) instanceof ObjectNode node) {
      return node;
    }
    throw malformed("JSON objects as header and payload");
  }

  private static SignatureException malformed(String expected) {
    return new SignatureException(MALFORMED, "a compact JWS: " + expected);
  }

  String text() {
    return text;
  }

  String algorithm() {
    return algorithm;
  }

  String keyId() {
    return keyId;
  }

  ObjectNode claims() {
    return claims;
  }

  byte[] signingInput() {
    return text.substring(0, text.lastIndexOf('.')).getBytes(US_ASCII);
  }

  byte[] signature() {
    return signature.clone();
  }
}
