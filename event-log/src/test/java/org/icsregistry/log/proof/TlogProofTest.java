package org.icsregistry.log.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.icsregistry.log.Hostile;
import org.icsregistry.log.LogException;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.CheckpointException;
import org.icsregistry.log.checkpoint.Cosigner;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.note.Ed25519Signer;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.NoteException;
import org.icsregistry.log.note.SigningKey;
import org.icsregistry.log.policy.PolicyException;
import org.icsregistry.log.policy.TlogPolicy;
import org.icsregistry.log.tile.HashTile;
import org.icsregistry.log.tile.TileHashes;
import org.icsregistry.log.tree.ProofException;
import org.icsregistry.log.tree.Rfc6962;
import org.icsregistry.log.tree.TreeHash;
import org.junit.jupiter.api.Test;

class TlogProofTest {
  private static final int SIZE = 13;
  private static final List<byte[]> ENTRIES =
      IntStream.range(0, SIZE).mapToObj(i -> ("entry " + i).getBytes(UTF_8)).toList();
  private static final SigningKey LOG = SigningKey.generate("log.example", KeyType.ED25519);
  private static final SigningKey WITNESS =
      SigningKey.generate("witness.example", KeyType.ED25519_COSIGNATURE);
  private static final SignedCheckpoint CHECKPOINT = checkpoint();
  private static final TlogPolicy POLICY =
      policy(
          "log %s\nwitness W %s\nquorum W\n"
              .formatted(LOG.verifierKey().text(), WITNESS.verifierKey().text()));

  /** C2SP tlog-proof, the example at its beginning, with its checkpoint's signatures made whole. */
  private static final String SPEC =
      """
      c2sp.org/tlog-proof@v1
      extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6kYXJ3aW4tYXJ=
      index 73894
      gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
      B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=

      example.com/fancylog
      109482
      sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=

      — example.com/fancylog hI2DJwAA
      """;

  @Test
  void verify_acceptsTheProofOfEveryEntry_afterItsWayThroughAFile() {
    for (int index = 0; index < SIZE; index++) {
      TlogProof proof = TlogProof.parse(TlogProof.create(index, CHECKPOINT, hashes()).bytes());
      TlogPolicy.Verdict verdict = proof.verify(ENTRIES.get(index), POLICY);
      assertThat(verdict.cosigned()).containsOnlyKeys("W");
      assertThat(verdict.checkpoint().size()).isEqualTo(SIZE);
    }
  }

  @Test
  void parse_readsTheShapeOfTheExample() {
    String example = SPEC.replaceFirst("extra .*\n", "extra YWdlLXYxLjIuMQ==\n");
    TlogProof proof = parse(example);
    assertThat(proof.extra()).asString(UTF_8).isEqualTo("age-v1.2.1");
    assertThat(proof.index()).isEqualTo(73_894);
    assertThat(proof.path()).hasSize(2);
    assertThat(proof.checkpoint().checkpoint().origin()).isEqualTo("example.com/fancylog");
    assertThat(new String(proof.bytes(), UTF_8)).isEqualTo(example);
    assertThat(proof).isEqualTo(parse(example)).hasSameHashCodeAs(parse(example));
  }

  @Test
  void parse_readsAProofOfTheOnlyEntry() {
    String single = SPEC.replaceFirst("(?s)extra.*?XmA=\n", "index 0\n");
    assertThat(parse(single).path()).isEmpty();
    assertThat(new String(parse(single).bytes(), UTF_8)).isEqualTo(single);
  }

  @Test
  void verify_names_anotherEntryIndexOrPath() {
    TlogProof good = TlogProof.create(4, CHECKPOINT, hashes());
    assertThatThrownBy(() -> good.verify(ENTRIES.get(5), POLICY))
        .isInstanceOf(ProofException.WrongRoot.class);
    assertThatThrownBy(() -> with(good, SIZE, good.path()).verify(ENTRIES.get(4), POLICY))
        .isInstanceOf(ProofException.IndexOutsideTree.class);
    assertThatThrownBy(() -> with(good, 5, good.path()).verify(ENTRIES.get(4), POLICY))
        .isInstanceOf(ProofException.WrongRoot.class);
    assertThatThrownBy(
            () -> with(good, 4, good.path().subList(0, 3)).verify(ENTRIES.get(4), POLICY))
        .isInstanceOf(ProofException.PathTooShort.class);
  }

  @Test
  void verify_names_aPolicyThatIsNotSatisfied() {
    TlogProof good = TlogProof.create(4, CHECKPOINT, hashes());
    SigningKey other = SigningKey.generate("log.example", KeyType.ED25519);
    String log = "log " + LOG.verifierKey().text() + "\n";
    String stranger = SigningKey.generate("s", KeyType.ED25519_COSIGNATURE).verifierKey().text();
    refuses(
        good,
        "log " + other.verifierKey().text() + "\nquorum none\n",
        NoteException.NoKnownSignature.class);
    refuses(good, "quorum none\n", PolicyException.UnknownLog.class);
    refuses(
        good,
        log + "witness S " + stranger + "\nquorum S\n",
        PolicyException.QuorumNotReached.class);
  }

  @Test
  void parse_names_eachDefect() {
    String good = new String(TlogProof.create(4, CHECKPOINT, hashes()).bytes(), UTF_8);
    refuses("", TlogProofException.OtherFormat.class);
    refuses(good.replace("@v1", "@v2"), TlogProofException.OtherFormat.class);
    refuses(good.replace("@v1\n", "@v1\r\n"), TlogProofException.OtherFormat.class);
    refuses(SPEC, TlogProofException.MalformedExtra.class);
    refuses(good.replace("index", "extra \nindex"), TlogProofException.MalformedExtra.class);
    refuses(good.replace("index 4", "index 04"), TlogProofException.MalformedIndex.class);
    refuses(good.replace("index 4", "index -4"), TlogProofException.MalformedIndex.class);
    refuses(good.replace("index 4", "Index 4"), TlogProofException.MalformedIndex.class);
    refuses(good.replace("index 4", "index 4 "), TlogProofException.MalformedIndex.class);
    refuses(good.replace("index 4\n", ""), TlogProofException.MalformedIndex.class);
    refuses("c2sp.org/tlog-proof@v1\n\n", TlogProofException.MalformedIndex.class);
    refuses(good.replace("index 4\n", "index 4\nAAAA\n"), TlogProofException.MalformedHash.class);
    refuses(
        good.replace("index 4\n", "index 4\n" + ("A".repeat(43) + "=\n").repeat(60)),
        TlogProofException.TooManyHashes.class);
    refuses("c2sp.org/tlog-proof@v1\nindex 4\n", TlogProofException.NoCheckpoint.class);
    refuses("c2sp.org/tlog-proof@v1\nindex 4\n\n", NoteException.NoSignatures.class);
    refuses(good.replace("\n13\n", "\n013\n"), CheckpointException.MalformedSize.class);
    assertThatThrownBy(() -> TlogProof.parse(new byte[2_000_001]))
        .isInstanceOf(TlogProofException.TooLarge.class);
    assertThatThrownBy(() -> TlogProof.parse(new byte[] {(byte) 0xff}))
        .isInstanceOf(TlogProofException.NotUtf8.class);
  }

  @Test
  void create_rejects_anIndexBeyondTheCheckpoint() {
    assertThatThrownBy(() -> TlogProof.create(SIZE, CHECKPOINT, hashes()))
        .isInstanceOf(ProofException.IndexOutsideTree.class);
  }

  @Test
  void parseAndVerify_letNothingButNamedExceptionsOut() {
    byte[] good = TlogProof.create(4, CHECKPOINT, hashes()).bytes();
    Hostile.onlyNamedExceptions(
        8,
        List.of(good),
        bytes -> {
          TlogProof proof = TlogProof.parse(bytes);
          assertThat(proof.bytes()).isEqualTo(bytes);
          proof.verify(ENTRIES.get(4), POLICY);
          assertThat(proof.index()).as("no changed proof may pass for another index").isEqualTo(4);
        });
  }

  private static TlogProof with(TlogProof proof, long index, List<byte[]> path) {
    return new TlogProof(proof.extra(), index, path, proof.checkpoint());
  }

  private static void refuses(
      TlogProof proof, String policy, Class<? extends LogException> defect) {
    assertThatThrownBy(() -> proof.verify(ENTRIES.get(4), policy(policy))).isInstanceOf(defect);
  }

  private static void refuses(String text, Class<? extends LogException> defect) {
    assertThatThrownBy(() -> parse(text)).as(text).isInstanceOf(defect);
  }

  private static TlogProof parse(String text) {
    return TlogProof.parse(text.getBytes(UTF_8));
  }

  private static TlogPolicy policy(String text) {
    return TlogPolicy.parse(text.getBytes(UTF_8));
  }

  private static TileHashes hashes() {
    HashTile tile = HashTile.of(ENTRIES.stream().map(Rfc6962::leafHash).toList());
    return new TileHashes(SIZE, path -> tile.bytes());
  }

  private static SignedCheckpoint checkpoint() {
    Checkpoint checkpoint = new Checkpoint("log.example", SIZE, TreeHash.root(SIZE, hashes()));
    SignedCheckpoint signed = SignedCheckpoint.sign(checkpoint, new Ed25519Signer(LOG));
    return signed.with(List.of(new Cosigner(WITNESS).cosign(checkpoint, Instant.ofEpochSecond(1))));
  }
}
