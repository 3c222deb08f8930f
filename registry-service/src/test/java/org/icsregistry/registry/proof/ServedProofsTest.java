package org.icsregistry.registry.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.icsregistry.log.checkpoint.CheckpointVerifiers;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.proof.TlogProof;
import org.icsregistry.log.tile.EntryBundle;
import org.icsregistry.log.tile.EntryBundlePath;
import org.icsregistry.log.tile.TileHashes;
import org.icsregistry.log.tree.ConsistencyProof;
import org.icsregistry.log.tree.InclusionProof;
import org.icsregistry.log.tree.Rfc6962;
import org.icsregistry.log.tree.TreeHash;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the registry serves is checked with nothing but what it serves, as an auditor would. */
class ServedProofsTest {

  private static final int PERSONS = 300;
  private static RunningRegistry registry;
  private static SignedCheckpoint early;

  @BeforeAll
  static void aLogOfSomeHundredEvents() {
    registry = RunningRegistry.start();
    registry.send("QOP", Commands.registerPartner("RBV", "NHS_TRUST"));
    registry.send("RBV", Commands.sign("RBV", "DSA"));
    registry.send("RBV", Commands.sign("RBV", "TERMS_OF_USE"));
    early = checkpointOf(3);
    for (int i = 0; i < PERSONS; i++) {
      assertThat(registry.send("RBV", Commands.registerVolunteer("RBV", Commands.id())).status())
          .isEqualTo(201);
    }
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void checkpoint_coversEverything_andIsSignedByTheLog() {
    var signed = checkpointOf(3 + 2 * PERSONS);
    var key = registry.bean(LogKeys.class).verifierKeys().getFirst();
    assertThat(signed.verify(List.of(CheckpointVerifiers.ofLog(key)))).hasSize(1);
    assertThat(signed.checkpoint().origin()).isEqualTo(key.name());
  }

  /** The middle of all events, because a machine at work may stand still now and then. */
  @Test
  void checkpoint_coversAnEventWithinASecond() {
    checkpointOf(3 + 2 * PERSONS);
    double seconds =
        registry
            .store()
            .owner()
            .sql(
                """
                select percentile_cont(0.5) within group (order by extract(epoch from signed_at - recorded_at))
                from event_log, lateral (select min(size) as size from checkpoint where size > log_index) first
                join checkpoint using (size)
                """)
            .query(Double.class)
            .single();
    assertThat(seconds).isBetween(0.0, 1.0);
  }

  @Test
  void fullTiles_neverChange_andPartialOnesGiveWay() {
    checkpointOf(3 + 2 * PERSONS);
    assertThat(cacheControl("/log/tile/0/001")).contains("max-age=31536000", "public", "immutable");
    assertThat(cacheControl("/log/tile/0/002.p/10")).contains("max-age=60").doesNotContain("immut");
    assertThat(cacheControl("/log/checkpoint")).isEqualTo("no-cache");
    assertThat(cacheControl("/log/proof/0")).isEqualTo("no-cache");
  }

  private static String cacheControl(String path) {
    return get(path, null).headers().firstValue("Cache-Control").orElse("");
  }

  @Test
  void tiles_giveTheSignedRoot_andConsistencyWithAnEarlierCheckpoint() {
    var signed = checkpointOf(3 + 2 * PERSONS).checkpoint();
    var hashes = new TileHashes(signed.size(), path -> bytes("/log/" + path.text(), null));
    assertThat(TreeHash.root(signed.size(), hashes)).isEqualTo(signed.root());
    ConsistencyProof.create(early.checkpoint().size(), signed.size(), hashes)
        .verify(early.checkpoint().root(), signed.root());
  }

  @Test
  void proofFile_provesTheEntryThatIsServedForItsIndex() {
    checkpointOf(3 + 2 * PERSONS);
    var token = registry.signIn().token("QOP", "auditor");
    for (long index : List.of(0L, 1L, 255L, 256L, 602L)) {
      var proof = TlogProof.parse(bytes("/log/proof/" + index, null));
      var tree = proof.checkpoint().checkpoint();
      var path = EntryBundlePath.inTree(index / 256, tree.size());
      var bundle = EntryBundle.parse(path, bytes("/log/" + path.text(), token));
      var entry = bundle.entries().get((int) (index % 256));
      new InclusionProof(index, tree.size(), proof.path())
          .verify(Rfc6962.leafHash(entry), tree.root());
    }
  }

  @Test
  void entries_areForOverseers_andNothingBeyondTheCheckpointIsServed() {
    assertThat(get("/log/tile/entries/000", null).statusCode()).isEqualTo(401);
    var partner = registry.signIn().token("RBV", "partner");
    assertThat(get("/log/tile/entries/000", partner).statusCode()).isEqualTo(403);
    assertThat(get("/log/tile/0/099", null).statusCode()).isEqualTo(404);
    assertThat(get("/log/tile/0/0", null).statusCode()).isEqualTo(404);
    assertThat(get("/log/proof/100000", null).statusCode()).isEqualTo(404);
  }

  @Test
  void sign_refuses_whenTheLogIsShorterThanWhatWasSigned() throws Exception {
    try (var other = RunningRegistry.start()) {
      other.send("QOP", Commands.registerPartner("RBV", "NHS_TRUST"));
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> other.bean(Checkpoints.class).latest().isPresent());
      try (var owner =
              DriverManager.getConnection(
                  other.database().jdbcUrl(),
                  other.database().owner(),
                  other.database().ownerPassword());
          var statement = owner.createStatement()) {
        statement.execute("update log_head set size = 0, frontier = ''");
      }
      assertThatThrownBy(() -> other.bean(Checkpoints.class).sign())
          .isInstanceOf(LogContradictionException.class)
          .hasMessageContaining("was signed");
    }
  }

  @Test
  void sign_refuses_whenTheLogEndsBeforeItsSize() {
    try (var other = RunningRegistry.start()) {
      other.send("QOP", Commands.registerPartner("RBV", "NHS_TRUST"));
      other.store().owner().sql("update log_head set size = 4").update();

      assertThatThrownBy(() -> other.bean(Checkpoints.class).sign())
          .isInstanceOf(LogContradictionException.class)
          .hasMessageContaining("the store has only");
    }
  }

  private static SignedCheckpoint checkpointOf(long size) {
    return await("a checkpoint of size " + size)
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .until(
            () -> SignedCheckpoint.parse(bytes("/log/checkpoint", null)),
            c -> c.checkpoint().size() >= size);
  }

  private static byte[] bytes(String path, @Nullable String token) {
    var response = get(path, token);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  private static HttpResponse<byte[]> get(String path, @Nullable String token) {
    var request = HttpRequest.newBuilder(registry.uri(path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
