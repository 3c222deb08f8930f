package org.icsregistry.registry.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.proof.TlogProof;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.proof.StandInWitness.Mood;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A registry with two witnesses, of which both have to cosign. */
class WitnessesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final StandInWitness ONE = new StandInWitness("one", LogSetup.ORIGIN);
  private static final StandInWitness TWO = new StandInWitness("two", LogSetup.ORIGIN);
  private static final String[] OPTIONS = new LogSetup().policy(ONE, TWO).options();
  private static RunningRegistry registry;
  private static Served served;

  @BeforeAll
  static void start() {
    registry = RunningRegistry.start(OPTIONS);
    served = new Served(registry);
    assertThat(served.get("/log/checkpoint").statusCode()).isEqualTo(404);
    registry.send("QOP", Commands.registerPartner("RBV", "NHS_TRUST"));
    registry.send("RBV", Commands.sign("RBV", "DSA"));
    registry.send("RBV", Commands.sign("RBV", "TERMS_OF_USE"));
  }

  @AfterAll
  static void stop() {
    registry.close();
    ONE.close();
    TWO.close();
  }

  @AfterEach
  void everybodyIsHonestAgain() {
    ONE.is(Mood.HONEST);
    TWO.is(Mood.HONEST);
    cosignedUpTo(registry.store().size());
  }

  @Test
  void checkpoint_isAcceptedByThePolicyThatIsServed_onHttpAndOnTheTopic() {
    long size = grow();
    var checkpoint = cosignedUpTo(size);
    assertThat(served.policy().accept(checkpoint).cosigned()).hasSize(2);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          var onTopic = served.topic();
          assertThat(onTopic)
              .anyMatch(c ->
                  c.checkpoint().equals(checkpoint.checkpoint())
                      && served.policy().verify(c).quorumReached());
          assertThat(onTopic).anyMatch(c -> !served.policy().verify(c).quorumReached());
        });
  }

  @Test
  void proofFile_isAcceptedByThePolicy_withoutNetwork() {
    long size = grow();
    cosignedUpTo(size);
    var proof = TlogProof.parse(served.bytes("/log/proof/" + (size - 1)));
    var entry = served.entry(size - 1);
    assertThat(proof.verify(entry, served.policy()).quorumReached()).isTrue();
  }

  @Test
  void commandsGoOn_andWhatIsServedSaysSo_whileAWitnessIsSilent() {
    var before = cosignedUpTo(registry.store().size()).checkpoint();
    TWO.is(Mood.SILENT);
    long size = grow();
    await()
        .atMost(PATIENCE)
        .until(() ->
            served.signed().checkpoint().size() == size && problem("w2").contains("no answer"));
    assertThat(served.checkpoint().checkpoint()).isEqualTo(before);
    assertThat(served.status().at("/signed/size").asLong()).isEqualTo(size);
    assertThat(served.status().at("/cosigned/size").asLong()).isEqualTo(before.size());
    assertThat(gauge("registry.witness.lag", "w2")).isEqualTo((double) (size - before.size()));
    assertThat(gauge("registry.cosigned.age", null)).isPositive();
    var proof = TlogProof.parse(served.bytes("/log/proof/" + (size - 1)));
    assertThat(proof.checkpoint().checkpoint().size()).isEqualTo(size);
    assertThat(
            registry
                .get("/actuator/health")
                .body()
                .at("/components/witnesses/details/w2")
                .asString())
        .contains("no answer");

    TWO.is(Mood.HONEST);
    cosignedUpTo(size);
    assertThat(gauge("registry.cosigned.age", null)).isZero();
    await().atMost(PATIENCE).until(() -> gauge("registry.witness.lag", "w2") == 0);
  }

  @Test
  void aCosignatureThatDoesNotVerify_isNotCounted() {
    ONE.is(Mood.WRONG_SIGNATURE);
    long size = grow();
    await().atMost(PATIENCE).until(() -> problem("w1").contains("does not verify"));
    assertThat(served.checkpoint().checkpoint().size()).isLessThan(size);
  }

  @Test
  void aWitnessWhoseAnswerWasLost_givesItAgain() {
    ONE.is(Mood.FORGETS_ANSWER);
    long size = grow();
    await().atMost(PATIENCE).until(() -> problem("w1").contains("no answer"));
    ONE.is(Mood.HONEST);
    cosignedUpTo(size);
  }

  @Test
  void aWitnessWithAnotherHistory_raisesTheAlarm_andNothingIsCosigned() {
    var real = cosignedUpTo(registry.store().size()).checkpoint();
    TWO.believes(new Checkpoint(LogSetup.ORIGIN, real.size(), new byte[32]));
    grow();
    await()
        .atMost(PATIENCE)
        .until(() ->
            registry
                .get("/actuator/health")
                .body()
                .at("/components/witnesses/details/w2")
                .asString()
                .contains("ALARM: it saw another history"));
    assertThat(served.checkpoint().checkpoint()).isEqualTo(real);
    TWO.believes(real);
  }

  @Test
  void aWitnessBeyondTheLog_raisesTheAlarm() {
    var real = cosignedUpTo(registry.store().size()).checkpoint();
    TWO.believes(new Checkpoint(LogSetup.ORIGIN, 1_000_000, new byte[32]));
    grow();
    await().atMost(PATIENCE).until(() -> problem("w2").contains("this log lost entries"));
    TWO.believes(real);
  }

  @Test
  void aNewInstance_learnsWhereTheWitnessesAre_andGoesOn() {
    long before = cosignedUpTo(registry.store().size()).checkpoint().size();
    registry.restart();
    long size = grow();
    cosignedUpTo(size);
    assertThat(size).isGreaterThan(before);
    served.assertConsistent(ONE.cosigned());
  }

  @Test
  void twoInstances_askTheSameWitnesses_withoutFalseAlarm() {
    try (var another = registry.another(OPTIONS)) {
      for (int i = 0; i < 20; i++) {
        (i % 2 == 0 ? registry : another)
            .accept("RBV", Commands.registerVolunteer("RBV", Commands.id()));
      }
      cosignedUpTo(registry.store().size());
      assertThat(List.of("w1", "w2")).allMatch(witness -> problem(witness).isEmpty());
      var other = new Served(another).status();
      assertThat(other.toString()).doesNotContain("beyond", "another history");
    }
    served.assertConsistent(ONE.cosigned());
  }

  @Test
  void onlyFullTiles_areKeptForLong_andCheckpointsAreAskedForEachTime() {
    long size = cosignedUpTo(registry.store().size()).checkpoint().size();
    for (var path : new String[] {"/log/checkpoint", "/log/checkpoint/signed", "/log/policy"}) {
      assertThat(header(path, "Cache-Control")).isEqualTo("no-cache");
    }
    assertThat(header("/log/checkpoint", "Last-Modified")).endsWith("GMT");
    assertThat(header("/log/tile/0/000.p/" + Math.min(size, 255), "Cache-Control"))
        .contains("max-age=60")
        .doesNotContain("immutable");
  }

  private static String header(String path, String name) {
    return served.get(path).headers().firstValue(name).orElse("");
  }

  private static String problem(String witness) {
    return served
        .status()
        .required("witnesses")
        .valueStream()
        .filter(w -> w.required("name").stringValue().equals(witness))
        .map(w -> w.path("problem").asString(""))
        .findFirst()
        .orElseThrow();
  }

  private static double gauge(String name, @Nullable String witness) {
    var search = registry.bean(MeterRegistry.class).get(name);
    return (witness == null ? search : search.tag("witness", witness)).gauge().value();
  }

  /** One more person; returns the new size of the log. */
  private static long grow() {
    var begun = Instant.now();
    registry.accept("RBV", Commands.registerVolunteer("RBV", Commands.id()));
    // Whatever the witnesses do: five seconds is how long one of them may be silent.
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(4));
    return registry.store().size();
  }

  private static SignedCheckpoint cosignedUpTo(long size) {
    return await("cosigned up to " + size)
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> served.checkpoint(), c -> c.checkpoint().size() >= size);
  }
}
