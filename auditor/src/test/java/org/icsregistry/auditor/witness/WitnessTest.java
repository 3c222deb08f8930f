package org.icsregistry.auditor.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.CheckpointVerifiers;
import org.icsregistry.log.checkpoint.CosignatureVerifier;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.note.Ed25519Signer;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.SigningKey;
import org.icsregistry.log.tree.Rfc6962;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each answer of C2SP tlog-witness, over HTTP. */
class WitnessTest {

  private static final GrownLog LOG = GrownLog.of(40);
  private static final String MONITORED = "/" + State.originHash(GrownLog.ORIGIN) + "/checkpoint";

  @TempDir private Path directory;
  private RunningWitness witness;

  @BeforeEach
  void start() {
    witness = RunningWitness.start(directory, LOG.verifierKey());
  }

  @AfterEach
  void stop() {
    witness.close();
  }

  @Test
  void answers200_withACosignature_andServesWhatItCosigned() {
    var answer = witness.add(LOG.request(0, 7));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertCosigned(answer, 7);
    assertThat(witness.add(LOG.request(7, 40)).statusCode()).isEqualTo(200);

    var monitored = SignedCheckpoint.parse(witness.get(MONITORED).body().getBytes(UTF_8));
    assertThat(monitored.checkpoint()).isEqualTo(LOG.at(40));
    assertThat(
            monitored.verify(
                List.of(
                    CheckpointVerifiers.ofLog(LOG.verifierKey()),
                    new CosignatureVerifier(witness.key()))))
        .hasSize(2);
    assertThat(witness.get("/").body())
        .contains(witness.key().text(), GrownLog.ORIGIN + ": cosigned up to size 40 at 2026-11-22")
        .doesNotContain("ALARM");
  }

  private void assertCosigned(HttpResponse<String> answer, int size) {
    assertThat(answer.body()).startsWith("— witness.example.org ").endsWith("\n");
    var whole = LOG.at(size).text() + "\n" + answer.body();
    var cosignatures =
        SignedCheckpoint.parse(whole.getBytes(UTF_8))
            .verify(List.of(new CosignatureVerifier(witness.key())));
    assertThat(cosignatures)
        .singleElement()
        .satisfies(c -> assertThat(CosignatureVerifier.time(c)).isEqualTo(RunningWitness.NOW));
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519_COSIGNATURE", "ML_DSA_44_COSIGNATURE"})
  void cosigns_withEachKindOfKey(KeyType type) {
    witness.close();
    witness = RunningWitness.start(directory.resolve("other"), type, LOG.verifierKey());
    var answer = witness.add(LOG.request(0, 7));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertCosigned(answer, 7);
  }

  @Test
  void answers200_forTheSameCheckpointAgain_soThatItsAgeIsNew() {
    witness.add(LOG.request(0, 7));
    assertThat(witness.add(LOG.request(7, 7)).statusCode()).isEqualTo(200);
  }

  @Test
  void answers400_whenMalformed_orOldIsLarger() {
    assertThat(witness.add("old x\n\n").statusCode()).isEqualTo(400);
    assertThat(witness.add(GrownLog.request(9, List.of(), LOG.signed(7))).statusCode())
        .isEqualTo(400);
  }

  @Test
  void answers403_whenTheLogHasNotSigned_orItsSignatureIsWrong() {
    var stranger = SigningKey.generate(GrownLog.ORIGIN, KeyType.ED25519);
    var byStranger = LOG.signedBy(7, new Ed25519Signer(stranger));
    assertThat(witness.add(GrownLog.request(0, List.of(), byStranger)).statusCode()).isEqualTo(403);

    var otherRoot = new Checkpoint(GrownLog.ORIGIN, 7, new byte[32]);
    var moved = LOG.request(0, 7).replace(rootOf(LOG.at(7)), rootOf(otherRoot));
    assertThat(witness.add(moved).statusCode()).isEqualTo(403);
  }

  private static String rootOf(Checkpoint checkpoint) {
    return checkpoint.text().lines().skip(2).findFirst().orElseThrow();
  }

  @Test
  void ignores_signaturesOfUnknownKeys() {
    var stranger = SigningKey.generate("stranger.example.org", KeyType.ED25519);
    var signed = LOG.signed(7).with(List.of(new Ed25519Signer(stranger).sign(LOG.at(7).text())));
    assertThat(witness.add(GrownLog.request(0, List.of(), signed)).statusCode()).isEqualTo(200);
    assertThat(witness.get(MONITORED).body()).doesNotContain("stranger");
  }

  @Test
  void answers404_whenTheOriginIsUnknown() {
    var other = SigningKey.generate("other.example.org/log", KeyType.ED25519);
    var checkpoint =
        SignedCheckpoint.sign(
            new Checkpoint("other.example.org/log", 0, Rfc6962.emptyRoot()),
            new Ed25519Signer(other));
    assertThat(witness.add(GrownLog.request(0, List.of(), checkpoint)).statusCode()).isEqualTo(404);
    assertThat(witness.get(MONITORED).statusCode()).isEqualTo(404);
    assertThat(witness.get("/anything").statusCode()).isEqualTo(404);
  }

  @Test
  void answers409_withItsSize_whenTheSenderBelievesAnother() {
    witness.add(LOG.request(0, 7));
    for (int old : new int[] {0, 5, 9}) {
      var answer = witness.add(LOG.request(old, 20));
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
      assertThat(answer.body()).isEqualTo("7\n");
    }
  }

  @Test
  void answers422_whenTheProofDoesNotVerify_andStaysWhereItWas() {
    witness.add(LOG.request(0, 7));
    var rewritten = LOG.forkedAt(5, 20);
    assertThat(witness.add(rewritten.request(7, 20)).statusCode()).isEqualTo(422);
    assertThat(witness.add(GrownLog.request(7, List.of(), LOG.signed(20))).statusCode())
        .isEqualTo(422);
    assertThat(witness.add(LOG.request(7, 20)).statusCode()).isEqualTo(200);
  }

  @Test
  void answers422_whenAProofIsGivenFromZero_orAnEmptyTreeHasAnotherRoot() {
    var unneeded = GrownLog.request(0, LOG.proof(3, 7), LOG.signed(7));
    assertThat(witness.add(unneeded).statusCode()).isEqualTo(422);
    assertThat(witness.add(LOG.request(0, 0)).statusCode()).isEqualTo(200);
  }

  @Test
  void answers422_andKeepsTheProof_whenTheLogSignsAnotherTreeOfTheSameSize() throws IOException {
    witness.add(LOG.request(0, 20));
    var fork = LOG.forkedAt(10, 20);
    assertThat(witness.add(fork.request(20, 20)).statusCode()).isEqualTo(422);
    assertThat(witness.add(fork.request(0, 20)).statusCode()).isEqualTo(409);

    var evidence = onlyChild(directory.resolve("state").resolve("evidence"));
    var ours = SignedCheckpoint.parse(Files.readAllBytes(evidence.resolve("cosigned-here")));
    var other = SignedCheckpoint.parse(Files.readAllBytes(evidence.resolve("offered")));
    var log = List.of(CheckpointVerifiers.ofLog(LOG.verifierKey()));
    assertThat(ours.verify(log)).hasSize(1);
    assertThat(other.verify(log)).hasSize(1);
    assertThat(ours.checkpoint().size()).isEqualTo(other.checkpoint().size());
    assertThat(ours.checkpoint().root()).isNotEqualTo(other.checkpoint().root());
    assertThat(witness.get("/").body()).contains("ALARM: 1 pairs");
  }

  private static Path onlyChild(Path parent) throws IOException {
    try (var children = Files.list(parent)) {
      return assertThat(children.toList()).singleElement().actual();
    }
  }

  @Test
  void answers413_whenTheBodyIsTooLarge() {
    assertThat(witness.add("x".repeat(AddCheckpoint.MOST_BYTES + 1)).statusCode()).isEqualTo(413);
  }

  @Test
  void cosigns_oneOfManyAtOnce_thatBeginAtTheSameSize() {
    witness.add(LOG.request(0, 7));
    var answers =
        IntStream.rangeClosed(8, 40)
            .parallel()
            .mapToObj(size -> witness.add(LOG.request(7, size)).statusCode())
            .toList();
    assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
  }

  @Test
  void goesOn_whereItWas_afterARestart() {
    witness.add(LOG.request(0, 20));
    witness.close();
    witness = RunningWitness.start(directory, LOG.verifierKey());
    assertThat(witness.add(LOG.request(0, 7)).body()).isEqualTo("20\n");
    assertThat(witness.add(LOG.request(20, 40)).statusCode()).isEqualTo(200);
  }

  @Test
  void takes_eitherKey_whileTheLogChangesIt() {
    var next = SigningKey.generate(GrownLog.ORIGIN, KeyType.ED25519);
    witness.close();
    witness = RunningWitness.start(directory, LOG.verifierKey(), next.verifierKey());
    assertThat(witness.add(LOG.request(0, 7)).statusCode()).isEqualTo(200);
    var both = LOG.signed(20).with(List.of(new Ed25519Signer(next).sign(LOG.at(20).text())));
    assertThat(witness.add(GrownLog.request(7, LOG.proof(7, 20), both)).statusCode())
        .isEqualTo(200);
    var alone = LOG.signedBy(40, new Ed25519Signer(next));
    assertThat(witness.add(GrownLog.request(20, LOG.proof(20, 40), alone)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void refuses_stateThatIsInUse_orOfAnotherKey_orDamaged() throws IOException {
    assertThatThrownBy(() -> State.open(directory.resolve("state")))
        .hasMessageContaining("Another witness holds the state");
    witness.add(LOG.request(0, 7));
    witness.close();
    Files.move(directory.resolve("key"), directory.resolve("old-key"));
    assertThatThrownBy(() -> RunningWitness.start(directory, LOG.verifierKey()))
        .hasMessageContaining("not cosigned with this witness's key");
  }
}
