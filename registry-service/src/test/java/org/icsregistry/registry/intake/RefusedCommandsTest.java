package org.icsregistry.registry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.KafkaPartner;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** Who sends what is not theirs to send is in the table of refusals, whichever way it comes. */
class RefusedCommandsTest {

  private final RunningRegistry registry = RunningRegistry.shared();
  private final String partner = Commands.admitted(registry);

  @Test
  void inABatch_eachCommandThatWasNotTheirs_isCounted_andNoOther() {
    var batch =
        List.of(
            Commands.registerVolunteer(partner, Commands.id()),
            Commands.registerVolunteer("RXX", Commands.id()),
            Commands.registerVolunteer("RXX", Commands.id()),
            "{\"id\":\"broken\"}");
    var answer =
        registry.post(
            "/v1/commands",
            Commands.BATCH,
            "[" + String.join(",", batch) + "]",
            registry.signIn().token(partner, "partner"));

    assertThat(answer.status()).isEqualTo(200);
    awaitRefusals("SEND_COMMANDS", "POST /v1/commands", 2);
  }

  @Test
  void aRuleOfTheDomain_thatForbids_isCountedWithoutARight_asInASingleRequest() {
    var hostOnly =
        Commands.registerPartner("RXY", "HOSPICE").replace("urn:org:QOP", "urn:org:" + partner);

    registry.post(
        "/v1/commands",
        Commands.BATCH,
        "[" + hostOnly + "]",
        registry.signIn().token(partner, "partner"));

    awaitRefusals("", "POST /v1/commands", 1);
  }

  @Test
  void aSingleCommand_namesTheRight_too() {
    var command = Commands.registerVolunteer("RXX", Commands.id());
    registry.post(
        "/v1/commands", Commands.ONE, command, registry.signIn().token(partner, "partner"));

    awaitRefusals("SEND_COMMANDS", "POST /v1/commands", 1);
  }

  @Test
  void overKafka_theTopicIsTheAddress() {
    try (var kafka = new KafkaPartner(registry, partner)) {
      var place = kafka.send(Commands.registerVolunteer("RXX", Commands.id()));
      assertThat(kafka.resultOf(place).path("status").asInt()).isEqualTo(403);
    }

    awaitRefusals("SEND_COMMANDS", "commands." + partner, 1);
  }

  @Test
  void overKafka_aRefusedCommand_isCountedOnce_howeverOftenItIsReadWhileTheStoreIsAway()
      throws Exception {
    var person = Commands.id();
    var role = partner + ".AWAY";
    registry.accept(
        partner, Commands.registerVolunteer(partner, person), Commands.defineRole(partner, role));
    registry.interference().failAt(role, new DataAccessResourceFailureException("injected"));
    try (var kafka = new KafkaPartner(registry, partner)) {
      var first =
          kafka.sendLater(person, Commands.registerVolunteer("RXX", Commands.id()).getBytes(UTF_8));
      var waits = kafka.sendLater(person, Commands.clear(partner, person, role).getBytes(UTF_8));
      var before = batches();
      await().until(() -> batches() > before + 3);
      registry.interference().stop();

      assertThat(kafka.resultOf(KafkaPartner.place(waits.get())).path("status").asInt())
          .isEqualTo(201);
      assertThat(kafka.resultOf(KafkaPartner.place(first.get())).path("status").asInt())
          .isEqualTo(403);
    } finally {
      registry.interference().stop();
    }

    awaitRefusals("SEND_COMMANDS", "commands." + partner, 1);
  }

  private long batches() {
    return registry.bean(MeterRegistry.class).get("registry.batch.size").summary().count();
  }

  /** All of this test's partner, which may have come in two minutes. */
  private void awaitRefusals(String wanted, String address, long times) {
    var found =
        """
        select wanted || ' ' || address || ' ' || offices || ' ' || status || ' ' || sum(times)
          from access_refused where organisation = ? group by wanted, address, offices, status
        """;
    await()
        .untilAsserted(() ->
            assertThat(
                    registry.store().owner().sql(found).param(partner).query(String.class).list())
                .containsExactly("%s %s partner 403 %d".formatted(wanted, address, times)));
  }
}
