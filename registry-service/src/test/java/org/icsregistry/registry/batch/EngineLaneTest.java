package org.icsregistry.registry.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.LogCheck;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.fixture.Submitter;
import org.junit.jupiter.api.Test;

/** What the engine sends waits behind what partners send, in the order of its own. */
class EngineLaneTest {

  private static final int MANY = 200;

  private final RunningRegistry registry = RunningRegistry.shared();
  private final Submitter submitter = new Submitter(registry);
  private final String partner = Commands.admitted(registry);

  @Test
  void aPartnersCommand_overtakesTheEnginesThatCameBeforeIt() throws SQLException {
    List<CompletableFuture<Answer>> engine;
    CompletableFuture<Answer> overtaking;
    try (var stalled = registry.store().stall()) {
      var first = submitter.submit(partner, newcomer());
      await().until(() -> submitter.waiting() == 0);
      engine =
          IntStream.range(0, MANY)
              .mapToObj(_ -> submitter.submit(partner, newcomer(), Lane.ENGINE))
              .toList();
      overtaking = submitter.submit(partner, newcomer());
      stalled.commit();
      first.join();
    }

    long index = index(overtaking.join());
    var indexes = engine.stream().map(CompletableFuture::join).map(EngineLaneTest::index).toList();

    // The batch that waited for the log may have gathered some before.
    assertThat(indexes.stream().filter(i -> i < index)).hasSizeLessThan(MANY / 2);
    assertThat(indexes).isSorted();
    LogCheck.everythingHolds(registry.store());
  }

  @Test
  void theEngineGetsOn_whileMorePartnersWaitThanABatchHolds() throws SQLException {
    List<CompletableFuture<Answer>> partners;
    CompletableFuture<Answer> engine;
    try (var stalled = registry.store().stall()) {
      partners =
          IntStream.range(0, 10 * MANY)
              .mapToObj(_ -> submitter.submit(partner, newcomer()))
              .toList();
      engine = submitter.submit(partner, newcomer(), Lane.ENGINE);
      stalled.commit();
    }

    assertThat(index(engine.join())).isLessThan(index(partners.getLast().join()));
  }

  @Test
  void aCommandThatIsSentAgainInTheOtherLane_getsItsFirstAnswer() throws SQLException {
    var command = newcomer();
    try (var stalled = registry.store().stall()) {
      var engine = submitter.submit(partner, command, Lane.ENGINE);
      var again = submitter.submit(partner, command, Lane.PARTNERS);
      stalled.commit();

      assertThat(again.join()).isEqualTo(engine.join());
    }
    LogCheck.everythingHolds(registry.store());
  }

  @Test
  void whatComesWithTheRoleOfTheEngine_waitsInItsLane() throws SQLException {
    var batch =
        Stream.generate(this::newcomer).limit(MANY).collect(Collectors.joining(",", "[", "]"));
    CompletableFuture<RunningRegistry.Reply> reply;
    try (var stalled = registry.store().stall()) {
      var first = submitter.submit(partner, newcomer());
      await().until(() -> submitter.waiting() == 0);
      reply =
          CompletableFuture.supplyAsync(() ->
              registry.post(
                  "/v1/commands",
                  Commands.BATCH,
                  batch,
                  registry.signIn().token(partner, "engine")));
      await().until(() -> waitingOfEngine() > 0);
      assertThat(submitter.waiting()).isEqualTo(waitingOfEngine());
      stalled.commit();
      first.join();
    }
    assertThat(reply.join().body().valueStream().map(a -> a.path("status").intValue()))
        .hasSize(MANY)
        .containsOnly(201);
  }

  private double waitingOfEngine() {
    return registry
        .bean(MeterRegistry.class)
        .get("registry.batch.waiting")
        .tag("lane", "engine")
        .gauge()
        .value();
  }

  private String newcomer() {
    return Commands.registerVolunteer(partner, Commands.id());
  }

  private static long index(Answer answer) {
    assertThat(answer.status()).isEqualTo(201);
    return Objects.requireNonNull(answer.events()).getLast().logIndex();
  }
}
