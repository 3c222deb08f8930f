package org.icsregistry.contracts.signature;

import static org.icsregistry.contracts.signature.SignatureDefect.CONTENT_DIFFERS;
import static org.icsregistry.contracts.signature.SignatureDefect.MALFORMED;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.icsregistry.contracts.sealing.SealedFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The attribute {@code evidence} of a command: an SD-JWT (RFC 9901) whose claims are the envelope's
 * {@code id, type, source, subject, data}, and {@code actor} and {@code correlationid} where it has
 * them. In {@code data} the fields that the log seals are left out; {@code _sd} lists the digests
 * of their disclosures, and these follow the JWT.
 */
public final class SignedCommand {

  private static final Set<String> CLAIMS =
      Set.of("id", "type", "source", "subject", "actor", "correlationid", "data", "_sd_alg");
  private static final List<String> SIGNED =
      List.of("id", "type", "source", "subject", "actor", "correlationid");

  private final Jws jws;
  private final List<Disclosure> disclosures;

  private SignedCommand(Jws jws, List<Disclosure> disclosures) {
    this.jws = jws;
    this.disclosures = disclosures;
  }

  /**
   * Reads an SD-JWT without key binding: {@code <JWT>~<disclosure>~…~}.
   *
   * @throws SignatureException when it is none, or not one of this kind
   */
  public static SignedCommand parse(String text) {
    var parts = text.split("~", -1);
    if (parts.length < 2 || !parts[parts.length - 1].isEmpty()) {
      throw malformed("an SD-JWT: a JWT, its disclosures, each followed by ~");
    }
    var jws = Jws.parse(parts[0]);
    var disclosures = Arrays.stream(parts, 1, parts.length - 1).map(Disclosure::parse).toList();
    var signed = new SignedCommand(jws, disclosures);
    if (!CLAIMS.containsAll(jws.claims().propertyNames())
        || !(jws.claims().get("data") instanceof ObjectNode)
        || !jws.claims().path("_sd_alg").asString("sha-256").equals("sha-256")) {
      throw malformed(
          "the claims id, type, source, subject, actor, correlationid, data and _sd_alg \"sha-256\"");
    }
    return signed;
  }

  /** The id of the key that is said to have signed. */
  public String keyId() {
    return jws.keyId();
  }

  public boolean madeBy(SigningKey key) {
    return key.made(jws);
  }

  /** Personal values with their salts; empty in what the log keeps. */
  public List<Disclosure> disclosures() {
    return disclosures;
  }

  /** What stands in the log: the same SD-JWT with no disclosure. */
  public String withoutDisclosures() {
    return jws.text() + "~";
  }

  String claim(String name) {
    return jws.claims().path(name).asString("");
  }

  /** The signed data without the personal values. */
  ObjectNode openData() {
    var data = ((ObjectNode) jws.claims().required("data")).deepCopy();
    data.remove("_sd");
    return data;
  }

  /**
   * Passes only if the whole of the envelope is what was signed, and nothing personal was signed in
   * clear.
   *
   * @param envelope the command as it came
   * @param personal the fields of its data that the log seals, see {@link SealedFields}
   * @throws SignatureException when not
   */
  public void covers(JsonNode envelope, Set<String> personal) {
    for (var name : SIGNED) {
      if (!claim(name).equals(envelope.path(name).asString(""))) {
        throw differs("the signed " + name + " to be that of the envelope");
      }
    }
    var data = openData();
    if (!java.util.Collections.disjoint(data.propertyNames(), personal)) {
      throw differs("no personal field in the signed data, only its digest under _sd");
    }
    if (!digests()
        .equals(disclosures.stream().map(Disclosure::digest).collect(Collectors.toSet()))) {
      throw differs("a disclosure for each digest under _sd and a digest for each disclosure");
    }
    for (var disclosure : disclosures) {
      if (!personal.contains(disclosure.field()) || data.has(disclosure.field())) {
        throw differs("disclosures of personal fields only, each once");
      }
      data.set(disclosure.field(), disclosure.value());
    }
    if (!SameJson.same(data, envelope.path("data"))) {
      throw differs("the signed data to be the envelope's data");
    }
  }

  /** Digests of the personal values that were signed. */
  Set<String> digests() {
    var digests = new TreeSet<String>();
    for (var digest : jws.claims().required("data").path("_sd")) {
      if (!digest.isString() || !digests.add(digest.stringValue())) {
        throw malformed("_sd: an array of different digests");
      }
    }
    return digests;
  }

  private static SignatureException malformed(String expected) {
    return new SignatureException(MALFORMED, expected);
  }

  private static SignatureException differs(String expected) {
    return new SignatureException(CONTENT_DIFFERS, expected);
  }
}
