package org.icsregistry.log.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.icsregistry.log.note.Ed25519Signer;
import org.icsregistry.log.note.KeyException;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.NoteException;
import org.icsregistry.log.note.NoteSignature;
import org.icsregistry.log.note.NoteVerifier;
import org.icsregistry.log.note.SignatureCheck;
import org.icsregistry.log.note.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CosignatureTest {
  private static final Instant TIME = Instant.ofEpochSecond(1_679_315_147);
  private static final SigningKey LOG = SigningKey.generate("log.example", KeyType.ED25519);
  private static final SignedCheckpoint SIGNED =
      SignedCheckpoint.sign(new Checkpoint("log.example", 7, new byte[32]), new Ed25519Signer(LOG));

  @ParameterizedTest
  @EnumSource(names = {"ED25519_COSIGNATURE", "ML_DSA_44_COSIGNATURE"})
  void verify_acceptsACosignature_andTellsItsTime(KeyType type) {
    SigningKey key = SigningKey.generate("witness.example/w1", type);
    SignedCheckpoint cosigned =
        SIGNED.with(List.of(new Cosigner(key).cosign(SIGNED.checkpoint(), TIME)));
    SignedCheckpoint read = SignedCheckpoint.parse(cosigned.bytes());
    List<NoteSignature> verified =
        read.verify(List.of(CheckpointVerifiers.ofWitness(key.verifierKey())));
    assertThat(verified).hasSize(1);
    assertThat(CosignatureVerifier.time(verified.getFirst())).isEqualTo(TIME);
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519_COSIGNATURE", "ML_DSA_44_COSIGNATURE"})
  void verify_rejects_anotherTimeSizeRootOriginOrName(KeyType type) {
    SigningKey key = SigningKey.generate("witness.example/w1", type);
    NoteVerifier verifier = CheckpointVerifiers.ofWitness(key.verifierKey());
    byte[] signature = new Cosigner(key).cosign(SIGNED.checkpoint(), TIME).signature();
    assertThat(verifier.verify(SIGNED.checkpoint().text(), signature)).isTrue();
    byte[] root = new byte[32];
    assertThat(verifier.verify(new Checkpoint("log.example", 8, root).text(), signature)).isFalse();
    assertThat(verifier.verify(new Checkpoint("log.examplf", 7, root).text(), signature)).isFalse();
    root[31] = 1;
    assertThat(verifier.verify(new Checkpoint("log.example", 7, root).text(), signature)).isFalse();
    byte[] later = signature.clone();
    later[7]++;
    assertThat(verifier.verify(SIGNED.checkpoint().text(), later)).isFalse();
    byte[] negative = signature.clone();
    negative[0] = (byte) 0x80;
    assertThat(verifier.verify(SIGNED.checkpoint().text(), negative)).isFalse();
    assertThat(verifier.verify(SIGNED.checkpoint().text(), new byte[7])).isFalse();
    assertThat(verifier.verify("not a checkpoint\n", signature)).isFalse();
  }

  @Test
  void cosign_signsTheLinesOfTheSpecification_withEd25519() {
    SigningKey key = SigningKey.generate("witness.example/w1", KeyType.ED25519_COSIGNATURE);
    String message = "cosignature/v1\ntime 1679315147\n" + SIGNED.checkpoint().text();
    assertThat(signatureOf(key))
        .satisfies(signature -> verifies(key, message.getBytes(UTF_8), signature));
  }

  @Test
  void cosign_signsTheStructureOfTheSpecification_withMlDsa() {
    SigningKey key = SigningKey.generate("w1", KeyType.ML_DSA_44_COSIGNATURE);
    byte[] message =
        HexFormat.of()
            .parseHex(
                "737562747265652f76310a00" // "subtree/v1", newline, zero
                    + "02"
                    + "7731" // cosigner, with its length
                    + "00000000641850cb" // time
                    + "0b"
                    + "6c6f672e6578616d706c65" // origin, with its length
                    + "0000000000000000" // start
                    + "0000000000000007" // end
                    + "00".repeat(32)); // root
    assertThat(signatureOf(key)).satisfies(signature -> verifies(key, message, signature));
  }

  @Test
  void cosign_rejects_namesThatDoNotFitTheStructure() {
    Cosigner cosigner = new Cosigner(SigningKey.generate("w", KeyType.ML_DSA_44_COSIGNATURE));
    NoteVerifier verifier = CheckpointVerifiers.ofWitness(cosigner.key());
    Checkpoint longest = new Checkpoint("o".repeat(255), 1, new byte[32]);
    Checkpoint tooLong = new Checkpoint("o".repeat(256), 1, new byte[32]);
    byte[] signature = cosigner.cosign(longest, TIME).signature();
    assertThat(verifier.verify(longest.text(), signature)).isTrue();
    assertThat(verifier.verify(tooLong.text(), signature)).isFalse();
    assertThatThrownBy(() -> cosigner.cosign(tooLong, TIME))
        .isInstanceOf(CheckpointException.NameTooLong.class);
  }

  @Test
  void cosign_rejects_aMissingTime() {
    Cosigner cosigner = new Cosigner(SigningKey.generate("w", KeyType.ED25519_COSIGNATURE));
    assertThatThrownBy(() -> cosigner.cosign(SIGNED.checkpoint(), Instant.EPOCH))
        .isInstanceOf(CheckpointException.TimeMissing.class);
    NoteSignature shortOne = new NoteSignature("w", 1, new byte[7]);
    assertThatThrownBy(() -> CosignatureVerifier.time(shortOne))
        .isInstanceOf(CheckpointException.TimeMissing.class);
  }

  @Test
  void time_isTheLargestInstant_forTimesBeyondIt() {
    byte[] signature = new byte[72];
    signature[0] = 0x7f;
    assertThat(CosignatureVerifier.time(new NoteSignature("w", 1, signature)).getEpochSecond())
        .isEqualTo(Instant.MAX.getEpochSecond());
  }

  @Test
  void signedCheckpoint_isRejectedWhole_whenAKnownCosignatureIsWrong() {
    SigningKey key = SigningKey.generate("w", KeyType.ED25519_COSIGNATURE);
    NoteSignature other =
        new Cosigner(key).cosign(new Checkpoint("log.example", 6, new byte[32]), TIME);
    List<NoteVerifier> known =
        List.of(
            CheckpointVerifiers.ofLog(LOG.verifierKey()),
            CheckpointVerifiers.ofWitness(key.verifierKey()));
    assertThat(SIGNED.verify(known)).hasSize(1);
    assertThatThrownBy(() -> SIGNED.with(List.of(other)).verify(known))
        .isInstanceOf(NoteException.WrongSignature.class);
  }

  @Test
  void logAndWitness_haveKeysOfTheirOwnTypes() {
    SigningKey witness = SigningKey.generate("w", KeyType.ED25519_COSIGNATURE);
    SigningKey either = SigningKey.generate("e", KeyType.ML_DSA_44_COSIGNATURE);
    assertThatThrownBy(() -> CheckpointVerifiers.ofLog(witness.verifierKey()))
        .isInstanceOf(KeyException.UnsuitableType.class);
    assertThatThrownBy(() -> CheckpointVerifiers.ofWitness(LOG.verifierKey()))
        .isInstanceOf(KeyException.UnsuitableType.class);
    assertThatThrownBy(() -> new Cosigner(LOG)).isInstanceOf(KeyException.UnsuitableType.class);
    assertThat(CheckpointVerifiers.ofLog(either.verifierKey()).key())
        .isEqualTo(either.verifierKey());
    assertThat(CheckpointVerifiers.ofWitness(either.verifierKey()).key())
        .isEqualTo(either.verifierKey());
  }

  private static byte[] signatureOf(SigningKey key) {
    byte[] timed = new Cosigner(key).cosign(SIGNED.checkpoint(), TIME).signature();
    assertThat(HexFormat.of().formatHex(timed)).startsWith("00000000641850cb");
    return Arrays.copyOfRange(timed, 8, timed.length);
  }

  private static void verifies(SigningKey key, byte[] message, byte[] signature) {
    assertThat(new SignatureCheck(key.verifierKey()).verify(message, signature)).isTrue();
  }
}
