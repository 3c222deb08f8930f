package org.icsregistry.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.icsregistry.log.Hostile;
import org.icsregistry.log.LogException;
import org.icsregistry.log.Strict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeysTest {
  /**
   * From the documentation of golang.org/x/mod/sumdb/note (BSD-3-Clause): made by another
   * implementation.
   */
  private static final String GO_SIGNING_KEY =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  private static final String GO_VERIFIER_KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  @Test
  void sign_makesTheSignature_thatGoMakes() {
    String text =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    SigningKey key = SigningKey.parse(GO_SIGNING_KEY);
    assertThat(key.verifierKey().text()).isEqualTo(GO_VERIFIER_KEY);
    assertThat(new Ed25519Signer(key).sign(text).line())
        .isEqualTo(
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");
  }

  @Test
  void parse_derivesThePublicKey_ofRfc8032() {
    // RFC 8032 section 7.1, test 1.
    byte[] typedSeed =
        HexFormat.of()
            .parseHex("01" + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    byte[] publicKey =
        HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    VerifierKey verifierKey = new VerifierKey("rfc", KeyType.ED25519, publicKey);
    SigningKey key =
        SigningKey.parse(
            "PRIVATE+KEY+rfc+" + verifierKey.idText() + "+" + Strict.base64(typedSeed));
    assertThat(key.verifierKey()).isEqualTo(verifierKey).hasSameHashCodeAs(verifierKey);
    assertThat(key.sign(new byte[0]))
        .asHexString()
        .startsWithIgnoringCase("e5564300c360ac729086e2cc806e828a");
  }

  @ParameterizedTest
  @EnumSource
  void keys_surviveTheirTextForm_andVerifyEachOther(KeyType type) {
    SigningKey key = SigningKey.generate("example.org/key", type);
    SigningKey again = SigningKey.parse(key.secretText());
    byte[] message = {1, 2, 3};
    assertThat(VerifierKey.parse(key.verifierKey().text())).isEqualTo(again.verifierKey());
    assertThat(new SignatureCheck(key.verifierKey()).verify(message, again.sign(message))).isTrue();
    assertThat(new SignatureCheck(key.verifierKey()).verify(new byte[3], again.sign(message)))
        .isFalse();
    assertThat(key.toString())
        .doesNotContain(key.secretText().substring(key.secretText().length() - 20));
  }

  @Test
  void parse_names_eachDefectOfAVerifierKey() {
    refuses("", KeyException.MalformedVerifierKey.class);
    refuses("name+c74f20a3", KeyException.MalformedVerifierKey.class);
    refuses(GO_SIGNING_KEY, KeyException.MalformedVerifierKey.class);
    refuses(
        GO_VERIFIER_KEY.replace("c74f20a3", "C74F20A3"), KeyException.MalformedVerifierKey.class);
    refuses(
        GO_VERIFIER_KEY.replace("c74f20a3", "74f20a3"), KeyException.MalformedVerifierKey.class);
    refuses(GO_VERIFIER_KEY + "=", KeyException.MalformedVerifierKey.class);
    refuses("name+c74f20a3+", KeyException.MalformedVerifierKey.class);
    refuses("a".repeat(5_000), KeyException.MalformedVerifierKey.class);
    refuses(GO_VERIFIER_KEY.replace("Peter", "Peter "), KeyException.MalformedName.class);
    refuses(GO_VERIFIER_KEY.replace("PeterNeumann", ""), KeyException.MalformedName.class);
    refuses(GO_VERIFIER_KEY.replace("Peter", "Paul"), KeyException.WrongKeyId.class);
    refuses(GO_VERIFIER_KEY.replace("+AR", "+Ah"), KeyException.UnsuitableType.class);
    refuses("name+c74f20a3+AQ==", KeyException.NotAKey.class);
  }

  @Test
  void parse_names_eachDefectOfASigningKey_withoutQuotingIt() {
    for (String text :
        List.of(
            "",
            GO_VERIFIER_KEY,
            GO_SIGNING_KEY + "A",
            GO_SIGNING_KEY.replace("c74f20a3", "c74f20a4"),
            GO_SIGNING_KEY.replace("Peter", "Paul"),
            "PRIVATE+KEY+a+c74f20a3+AQ==")) {
      assertThatThrownBy(() -> SigningKey.parse(text))
          .as(text)
          .isInstanceOf(KeyException.class)
          .hasMessageNotContaining("EKFALV");
    }
  }

  @Test
  void verifier_rejects_bytesThatAreNotAPoint() {
    // y = 2 is not on the curve.
    byte[] two = new byte[32];
    two[0] = 2;
    assertThatThrownBy(() -> new Ed25519Verifier(new VerifierKey("name", KeyType.ED25519, two)))
        .isInstanceOf(KeyException.NotAKey.class);
  }

  @Test
  void verifierAndSigner_reject_keysOfAnotherType() {
    SigningKey cosigner = SigningKey.generate("name", KeyType.ED25519_COSIGNATURE);
    assertThatThrownBy(() -> new Ed25519Signer(cosigner))
        .isInstanceOf(KeyException.UnsuitableType.class);
    assertThatThrownBy(() -> new Ed25519Verifier(cosigner.verifierKey()))
        .isInstanceOf(KeyException.UnsuitableType.class);
  }

  @Test
  void parse_letsNothingButNamedExceptionsOut() {
    List<byte[]> good = List.of(GO_VERIFIER_KEY.getBytes(StandardCharsets.UTF_8));
    Hostile.onlyNamedExceptions(
        2,
        good,
        bytes -> {
          String text = new String(bytes, StandardCharsets.UTF_8);
          assertThat(VerifierKey.parse(text).text()).isEqualTo(text);
        });
    List<byte[]> secret = List.of(GO_SIGNING_KEY.getBytes(StandardCharsets.UTF_8));
    Hostile.onlyNamedExceptions(
        3,
        secret,
        bytes -> {
          String text = new String(bytes, StandardCharsets.UTF_8);
          assertThat(SigningKey.parse(text).secretText()).isEqualTo(text);
        });
  }

  private static void refuses(String text, Class<? extends LogException> defect) {
    assertThatThrownBy(() -> VerifierKey.parse(text)).as(text).isInstanceOf(defect);
  }
}
