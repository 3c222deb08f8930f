package org.icsregistry.contracts.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.icsregistry.contracts.envelope.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class SignedCommandTest {

  private static final Set<String> PERSONAL = Set.of("finding");

  private final CommandSigner christie = CommandSigner.generate("rbv-2026");
  private final ObjectNode envelope =
      (ObjectNode)
          Json.MAPPER.readTree(
              """
              {"specversion": "1.0", "id": "c-1", "type": "RecordCheck.v1", "source": "urn:org:RBV",
               "subject": "018f3c1e-0000-7000-8000-000000000001",
               "data": {"checkId": "018f3c1e-0000-7000-8000-000000000002", "check": "DBS",
                        "completedOn": "2026-03-02", "finding": {"outcome": "CLEAR_TO_PLACE"}}}
              """);
  private final ObjectNode signed = christie.sign(envelope, PERSONAL);

  private static SignedCommand evidence(ObjectNode signed) {
    return SignedCommand.parse(signed.required("evidence").stringValue());
  }

  @Test
  void signature_isMadeByTheKeyAndNoOther() {
    assertThat(evidence(signed).keyId()).isEqualTo("rbv-2026");
    assertThat(evidence(signed).madeBy(christie.publicKey())).isTrue();
    assertThat(evidence(signed).madeBy(CommandSigner.generate("rbv-2026").publicKey())).isFalse();
  }

  @Test
  void signature_coversTheEnvelopeHoweverItIsSpelt() {
    evidence(signed).covers(signed, PERSONAL);
    var data = (ObjectNode) signed.required("data");
    data.set("check", data.remove("check"));
    evidence(signed).covers(signed, PERSONAL);
  }

  @Test
  void whatTheLogKeeps_holdsNoPersonalValue_andStillVerifies() {
    var kept = SignedCommand.parse(evidence(signed).withoutDisclosures());
    assertThat(kept.disclosures()).isEmpty();
    assertThat(kept.madeBy(christie.publicKey())).isTrue();
    assertThat(kept.openData().propertyNames())
        .containsExactlyInAnyOrder("checkId", "check", "completedOn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "type", "source", "subject"})
  void covers_refusesAnotherAttribute(String attribute) {
    differs(e -> e.put(attribute, "another"));
  }

  @Test
  void covers_refusesOtherData() {
    differs(e -> ((ObjectNode) e.required("data")).put("completedOn", "2026-03-03"));
    differs(e -> ((ObjectNode) e.required("data")).put("level", "BASIC"));
    differs(e -> ((ObjectNode) e.required("data")).remove("checkId"));
    differs(e -> ((ObjectNode) e.required("data").required("finding")).put("outcome", "NOT"));
    differs(e -> ((ObjectNode) e.required("data")).remove("finding"));
  }

  private void differs(Consumer<ObjectNode> change) {
    var other = signed.deepCopy();
    change.accept(other);
    defect(SignatureDefect.CONTENT_DIFFERS, () -> evidence(signed).covers(other, PERSONAL));
  }

  @Test
  void covers_refusesAPersonalValueInClear() {
    var open = christie.sign(envelope, Set.of());
    defect(SignatureDefect.CONTENT_DIFFERS, () -> evidence(open).covers(open, PERSONAL));
  }

  @Test
  void covers_refusesAFieldThatTheEnvelopeHasNot_evenIfItIsEmpty() {
    var more = envelope.deepCopy();
    ((ObjectNode) more.required("data")).putNull("Planted Marker");
    var smuggled = signed.deepCopy().set("evidence", christie.sign(more, PERSONAL).get("evidence"));
    defect(SignatureDefect.CONTENT_DIFFERS, () -> evidence(smuggled).covers(signed, PERSONAL));
  }

  @Test
  void covers_refusesAnotherActor() {
    var acted = christie.sign(envelope.deepCopy().put("actor", "staff-1"), PERSONAL);
    evidence(acted).covers(acted, PERSONAL);
    defect(
        SignatureDefect.CONTENT_DIFFERS,
        () -> evidence(acted).covers(acted.deepCopy().put("actor", "staff-2"), PERSONAL));
  }

  @Test
  void covers_refusesADisclosureOfWhatIsNotPersonal() {
    var hidden = christie.sign(envelope, Set.of("finding", "check"));
    defect(SignatureDefect.CONTENT_DIFFERS, () -> evidence(hidden).covers(hidden, PERSONAL));
  }

  @Test
  void covers_refusesDigestsWithoutDisclosure_andDisclosuresWithoutDigest() {
    var kept = SignedCommand.parse(evidence(signed).withoutDisclosures());
    defect(SignatureDefect.CONTENT_DIFFERS, () -> kept.covers(signed, PERSONAL));
    var more =
        changed(
            text -> text + Disclosure.of("a".repeat(22), "x", signed.required("id")).text() + "~");
    defect(SignatureDefect.CONTENT_DIFFERS, () -> evidence(more).covers(more, PERSONAL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "~",
        "a.b~",
        "a.b.c",
        "a.b.c~",
        "e30.e30.e30~",
        // {"alg":"EdDSA","kid":"k","crit":["x"]}
        "eyJhbGciOiJFZERTQSIsImtpZCI6ImsiLCJjcml0IjpbIngiXX0.e30.AA~",
        // {"alg":"EdDSA","kid":"k"} with a signature that is too short
        "eyJhbGciOiJFZERTQSIsImtpZCI6ImsifQ.eyJkYXRhIjp7fX0.AA~",
        // {"alg":"none","kid":"k"}
        "eyJhbGciOiJub25lIiwia2lkIjoiayJ9.eyJkYXRhIjp7fX0."
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA~",
        // {"alg":"EdDSA","kid":"k"} and {}
        "eyJhbGciOiJFZERTQSIsImtpZCI6ImsifQ.e30."
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA~",
        // ... and {"data":{},"other":1}
        "eyJhbGciOiJFZERTQSIsImtpZCI6ImsifQ.eyJkYXRhIjp7fSwib3RoZXIiOjF9."
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA~"
      })
  void parse_refusesWhatIsNoSuchSdJwt(String text) {
    defect(SignatureDefect.MALFORMED, () -> SignedCommand.parse(text));
  }

  @Test
  void parse_refusesAShortSalt() {
    var weak = Disclosure.of("short", "finding", envelope.required("id")).text();
    defect(SignatureDefect.MALFORMED, () -> evidence(changed(text -> text + weak + "~")));
  }

  @Test
  void anyChangedCharacterOfTheJwt_isNoticed() {
    var text = evidence(signed).withoutDisclosures();
    for (int i = 0; i < text.length() - 1; i++) {
      var character = text.charAt(i) == 'A' ? 'B' : 'A';
      var changed = text.substring(0, i) + character + text.substring(i + 1);
      assertThat(verifies(changed, text)).as("character %d", i).isFalse();
    }
  }

  /** The last character of Base64 can carry bits that mean nothing. */
  private boolean verifies(String changed, String original) {
    try {
      var command = SignedCommand.parse(changed);
      return command.madeBy(christie.publicKey()) && !sameSignature(changed, original);
    } catch (SignatureException e) {
      return false;
    }
  }

  private static boolean sameSignature(String one, String other) {
    return java.util.Arrays.equals(
        Jws.parse(one.substring(0, one.length() - 1)).signature(),
        Jws.parse(other.substring(0, other.length() - 1)).signature());
  }

  @Test
  void es256_ofAnotherLibrary_verifies() throws JOSEException {
    var key = new ECKeyGenerator(Curve.P_256).keyID("p256").generate();
    var jws =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("p256").build(),
            new Payload("{\"id\":\"c-1\",\"data\":{}}"));
    jws.sign(new ECDSASigner(key));
    var signedByP256 = SignedCommand.parse(jws.serialize() + "~");
    var known = new SigningKey("EC", "P-256", key.getX().toString(), key.getY().toString());
    assertThat(known.usable()).isTrue();
    assertThat(signedByP256.madeBy(known)).isTrue();
    assertThat(signedByP256.madeBy(christie.publicKey())).isFalse();
    assertThat(evidence(signed).madeBy(known)).isFalse();
  }

  @Test
  void key_isUsableOnlyIfItsPartsBelongTogether() {
    var x = christie.publicKey().x();
    assertThat(christie.publicKey().usable()).isTrue();
    assertThat(new SigningKey("OKP", "Ed25519", x, x).usable()).isFalse();
    assertThat(new SigningKey("OKP", "P-256", x, null).usable()).isFalse();
    assertThat(new SigningKey("EC", "P-256", x, null).usable()).isFalse();
    assertThat(new SigningKey("EC", "P-256", x, x).usable()).as("not on the curve").isFalse();
  }

  @Test
  void possession_isShownForOneOrganisationAndOneId() {
    var proof = christie.possession("urn:org:RBV");
    var key = christie.publicKey();
    assertThat(KeyPossession.shows(proof, key, "urn:org:RBV", "rbv-2026")).isTrue();
    assertThat(KeyPossession.shows(proof, key, "urn:org:R0A", "rbv-2026")).isFalse();
    assertThat(KeyPossession.shows(proof, key, "urn:org:RBV", "other")).isFalse();
    assertThat(KeyPossession.shows("a.b.c", key, "urn:org:RBV", "rbv-2026")).isFalse();
    var another = CommandSigner.generate("rbv-2026").publicKey();
    assertThat(KeyPossession.shows(proof, another, "urn:org:RBV", "rbv-2026")).isFalse();
  }

  @Test
  void key_isKeptAsJwk() {
    var again = CommandSigner.ofJwk(christie.toJwk());
    assertThat(again.publicKey()).isEqualTo(christie.publicKey());
    assertThat(evidence(again.sign(envelope, PERSONAL)).madeBy(christie.publicKey())).isTrue();
    var other = Json.MAPPER.readTree(christie.toJwk());
    ((ObjectNode) other).put("x", CommandSigner.generate("k").publicKey().x());
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> CommandSigner.ofJwk(other.toString()));
  }

  private ObjectNode changed(UnaryOperator<String> change) {
    var other = signed.deepCopy();
    return other.put("evidence", change.apply(other.required("evidence").stringValue()));
  }

  private static void defect(SignatureDefect expected, Runnable action) {
    assertThatExceptionOfType(SignatureException.class)
        .isThrownBy(action::run)
        .satisfies(e -> assertThat(e.defect()).isEqualTo(expected));
  }
}
