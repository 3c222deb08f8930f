package org.icsregistry.contracts.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.icsregistry.contracts.signature.SignatureDefect.MALFORMED;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.icsregistry.contracts.envelope.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One personal value of a signed command with its salt (RFC 9901, section 4.2.1). Only its digest
 * is signed and stands in the log in clear.
 *
 * @param text what the digest is of, and what is sealed
 */
public record Disclosure(String text, String field, JsonNode value) {

  /** 128 random bits in Base64url; with less, a digest of a date of birth could be guessed. */
  private static final Pattern SALT = Pattern.compile("[A-Za-z0-9_-]{22,64}");

  private static final int PARTS = 3;

  static Disclosure parse(String text) {
    try {
      var parts = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(text));
      if (parts.isArray()
          && parts.size() == PARTS
          && SALT.matcher(parts.path(0).asString("")).matches()
          && parts.path(1).isString()) {
        return new Disclosure(text, parts.required(1).stringValue(), parts.required(2));
      }
    } catch (IllegalArgumentException | JacksonException e) {
      // Falls through: the cause would quote a personal value.
    }
    throw new SignatureException(
        MALFORMED,
        "disclosures of the form [salt, field, value] with a salt of at least 22 Base64url characters");
  }

  /** A disclosure of a value; the salt is random. */
  static Disclosure of(String salt, String field, JsonNode value) {
    var array = Json.MAPPER.createArrayNode().add(salt).add(field).add(value);
    var text =
        Base64.getUrlEncoder().withoutPadding().encodeToString(array.toString().getBytes(UTF_8));
    return new Disclosure(text, field, value);
  }

  String digest() {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Without the value, which is personal. */
  @Override
  public String toString() {
    return "Disclosure[" + field + "]";
  }
}
