package org.icsregistry.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whoever knows somebody else's ids can do nothing with them, by a command of any type. */
class ForeignCommandsTest {

  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final String OWNER = Commands.admitted(REGISTRY);
  private static final String STRANGER = Commands.admitted(REGISTRY);
  private static final String PERSON = Commands.id();
  private static final String TRAINING = Commands.id();
  private static final String CHECK = Commands.id();

  /** How a relationship begins, for which the person has to give their id away. */
  private static final Set<String> FOR_ANYBODY = Set.of("LinkPartner.v1");

  @BeforeAll
  static void aPersonOfTheOwner() {
    REGISTRY.accept(
        OWNER,
        Commands.registerVolunteer(OWNER, PERSON),
        Commands.recordTraining(OWNER, PERSON, TRAINING),
        Commands.recordCheck(OWNER, PERSON, CHECK));
  }

  static List<ObjectNode> commands() {
    return SampleCommands.all(STRANGER, PERSON).stream()
        .filter(command -> !FOR_ANYBODY.contains(command.path("type").stringValue()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aStranger_changesNothingAboutAPerson_inTheirOwnName(ObjectNode command) {
    var before = REGISTRY.store().typesAbout(PERSON);

    var reply = REGISTRY.send(STRANGER, naming(command).put("id", Commands.id()).toString());

    assertThat(REGISTRY.store().typesAbout(PERSON)).as(reply.body().toString()).isEqualTo(before);
    assertThat(reply.body().toString()).doesNotContain("Planted", OWNER);
    if (command.path("subject").stringValue().equals(PERSON)) {
      assertThat(reply.status()).as(reply.body().toString()).isBetween(400, 499);
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aStranger_sendsNothing_inTheOwnersName(ObjectNode command) {
    long before = REGISTRY.store().size();
    var pretended =
        naming(command).put("id", Commands.id()).put("source", "urn:org:" + OWNER).toString();

    var reply = REGISTRY.send(STRANGER, pretended);

    assertThat(reply.status()).as(reply.body().toString()).isEqualTo(403);
    assertThat(REGISTRY.store().size()).isEqualTo(before);
  }

  /** With the ids that really are the person's, and the stranger as the partner. */
  private static ObjectNode naming(ObjectNode command) {
    var copy = command.deepCopy();
    if (copy.path("data") instanceof ObjectNode data) {
      replace(data, "trainingId", TRAINING);
      replace(data, "checkId", CHECK);
      replace(data, "itemId", CHECK);
      replace(data, "merged", PERSON);
      replace(data, "survivor", PERSON);
      replace(data, "partner", STRANGER);
    }
    return copy;
  }

  private static void replace(ObjectNode data, String name, String value) {
    JsonNode there = data.path(name);
    if (there.isString()) {
      data.put(name, value);
    }
  }
}
