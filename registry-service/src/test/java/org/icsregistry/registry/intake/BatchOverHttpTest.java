package org.icsregistry.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.fixture.RunningRegistry.Reply;
import org.junit.jupiter.api.Test;

/** Many commands in one request: one result each, in order, none touching another. */
class BatchOverHttpTest {

  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final String PARTNER = Commands.admitted(REGISTRY);

  @Test
  void results_comeInOrder_acceptedAndRefusedMixed() {
    var person = Commands.id();
    var item = Commands.id();
    var commands =
        List.of(
            Commands.registerVolunteer(PARTNER, person),
            Commands.recordTraining(PARTNER, person, item),
            Commands.recordTraining(PARTNER, person, item),
            "{\"id\":\"broken\"}",
            Commands.link("R0A", person),
            Commands.withdrawTraining(PARTNER, person, item),
            "7",
            Commands.registerVolunteer(PARTNER, Commands.id()));

    var reply = batch(commands);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(statuses(reply)).containsExactly(201, 201, 409, 400, 403, 201, 400, 201);
    assertThat(reply.body().get(3).path("id").asString("")).isEqualTo("broken");
    assertThat(reply.body().get(2).at("/problem/code").asString(""))
        .isEqualTo("ITEM_ALREADY_RECORDED");
    assertThat(reply.body().get(2).propertyNames())
        .containsExactlyInAnyOrder("id", "status", "problem");
  }

  @Test
  void aThousandCommands_areTaken_eachWithItsOwnAnswer() {
    var people = IntStream.range(0, 1000).mapToObj(_ -> Commands.id()).toList();
    var reply = batch(people.stream().map(p -> Commands.registerVolunteer(PARTNER, p)).toList());
    assertThat(statuses(reply)).hasSize(1000).containsOnly(201);
    assertThat(reply.body().valueStream().map(r -> r.path("subject").asString("")))
        .containsExactlyElementsOf(people);
  }

  @Test
  void oneCommandTwiceInABatch_hasEffectOnce() {
    var person = Commands.id();
    var command = Commands.registerVolunteer(PARTNER, person);
    var reply = batch(Collections.nCopies(5, command));
    assertThat(reply.body().valueStream().distinct()).hasSize(1);
    assertThat(statuses(reply)).containsOnly(201);
    assertThat(REGISTRY.store().typesAbout(person)).hasSize(2);
  }

  @Test
  void tooManyCommands_areRefusedAsAWhole() {
    long before = REGISTRY.store().size();
    var command = Commands.registerVolunteer(PARTNER, Commands.id());
    var reply = batch(Collections.nCopies(1001, command));
    assertThat(reply.code()).isEqualTo("BATCH_TOO_LARGE");
    assertThat(reply.status()).isEqualTo(413);
    assertThat(REGISTRY.store().size()).isEqualTo(before);
  }

  @Test
  void tooManyBytes_areRefusedAsAWhole() {
    var large = Commands.registerVolunteer(PARTNER, "x".repeat(30_000));
    assertThat(batch(Collections.nCopies(300, large)).code()).isEqualTo("BODY_TOO_LARGE");
  }

  @Test
  void oneCommandThatIsTooLarge_isRefusedAlone() {
    var large = Commands.registerVolunteer(PARTNER, Commands.id());
    large = large.replace("Planted", "x".repeat(40_000));
    var reply = batch(List.of(large, Commands.registerVolunteer(PARTNER, Commands.id())));
    assertThat(statuses(reply)).containsExactly(413, 201);
  }

  @Test
  void noArray_isRefused() {
    var reply = REGISTRY.sendBatch(PARTNER, Commands.registerVolunteer(PARTNER, Commands.id()));
    assertThat(reply.code()).isEqualTo("MALFORMED_JSON");
  }

  @Test
  void anEmptyBatch_hasNoResults() {
    var reply = batch(List.of());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.response().body()).isEqualTo("[]");
  }

  private static Reply batch(List<String> commands) {
    return REGISTRY.sendBatch(PARTNER, "[" + String.join(",", commands) + "]");
  }

  private static List<Integer> statuses(Reply reply) {
    return reply.body().valueStream().map(r -> r.path("status").asInt()).toList();
  }
}
