package org.icsregistry.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.KafkaPartner;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Bad input over Kafka gets the same refusals, as results, and never blocks the topic. */
class BadInputOverKafkaTest {

  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final String PARTNER = Commands.admitted(REGISTRY);
  private static final String PERSON = Commands.id();
  private static final KafkaPartner KAFKA = new KafkaPartner(REGISTRY, PARTNER);

  @BeforeAll
  static void somebodyIsRegistered() {
    var place = KAFKA.send(Commands.registerVolunteer(PARTNER, PERSON));
    assertThat(KAFKA.resultOf(place).path("status").asInt()).isEqualTo(201);
  }

  @AfterAll
  static void close() {
    KAFKA.close();
  }

  @Test
  void badInput_isRefusedAsOverHttp_andNothingIsRecorded() {
    long before = REGISTRY.store().size();
    Map<String, BadInput> sent = new LinkedHashMap<>();
    BadInput.all(PARTNER, PERSON).forEach(input -> sent.put(KAFKA.send(null, input.body()), input));

    sent.forEach((place, input) -> refused(KAFKA.resultOf(place), input.toString(), input.code()));
    assertThat(REGISTRY.store().size()).isEqualTo(before);
  }

  private static void refused(JsonNode result, String input, ProblemCode code) {
    assertThat(result.at("/problem/code").asString("")).as(input).isEqualTo(code.name());
    assertThat(result.path("status").asInt()).as(input).isEqualTo(code.status());
    assertThat(result.has("events")).as(input).isFalse();
    assertThat(result.toString()).as(input).doesNotContain(BadInput.MARKER);
  }

  @Test
  void aRecordWithoutAValue_isRefused() {
    refused(KAFKA.resultOf(KAFKA.send("key", null)), "no value", ProblemCode.MALFORMED_JSON);
  }

  @Test
  void bytesThatAreNothing_areRefused() {
    var noise = new byte[] {(byte) 0xff, 0, (byte) 0xfe, 1};
    refused(KAFKA.resultOf(KAFKA.send(null, noise)), "noise", ProblemCode.MALFORMED_JSON);
  }

  @Test
  void aRecordAsLargeAsTheBrokerTakes_isRefused() {
    var huge = Commands.registerVolunteer(PARTNER, Commands.id());
    huge = huge.replace("Planted", "x".repeat(60_000));
    refused(KAFKA.resultOf(KAFKA.send(huge)), "60 kB", ProblemCode.BODY_TOO_LARGE);
    var larger = "[" + "1,".repeat(450_000) + "1]";
    var result = KAFKA.resultOf(KAFKA.send(larger));
    refused(result, "900 kB", ProblemCode.BODY_TOO_LARGE);
    assertThat(result.has("id")).isFalse();
  }

  @Test
  void theResultOfARefusedCommand_carriesItsIdWhereItCanBeRead() {
    var id = Commands.id();
    var command =
        Commands.recordTraining(PARTNER, id, PERSON, Commands.id()).replace("LMS_RECORD", "NONE");
    assertThat(KAFKA.resultOf(KAFKA.send(command)).path("id").asString("")).isEqualTo(id);
  }

  @Test
  void theTopicSaysWhoSpeaks_whateverTheSourceSays() {
    var other = Commands.admitted(REGISTRY);
    var result = KAFKA.resultOf(KAFKA.send(Commands.link(other, PERSON)));
    refused(result, "another's source", ProblemCode.WRONG_SOURCE);
  }

  @Test
  void aGoodCommandBehindPoison_isDecided() {
    KAFKA.send("k", null);
    KAFKA.send("k", new byte[] {0});
    var place = KAFKA.send(Commands.registerVolunteer(PARTNER, Commands.id()));
    assertThat(KAFKA.resultOf(place).path("status").asInt()).isEqualTo(201);
  }

  @Test
  void anotherCommandUnderAUsedId_isRefused() {
    var id = Commands.id();
    KAFKA.send(Commands.registerVolunteer(PARTNER, id, Commands.id()));
    var place = KAFKA.send(Commands.registerVolunteer(PARTNER, id, Commands.id()));
    refused(KAFKA.resultOf(place), "a used id", ProblemCode.DUPLICATE_ID_DIFFERENT_BODY);
  }

  @Test
  void aCommandThatMeetsAFault_isAnswered_andTheOnesBehindItAreDecided() {
    var role = PARTNER + ".FAULTY";
    REGISTRY.interference().failAt(role, new IllegalStateException("injected"));
    try {
      var faulty = KAFKA.send(Commands.clear(PARTNER, PERSON, role));
      var behind = KAFKA.send(Commands.registerVolunteer(PARTNER, Commands.id()));
      refused(KAFKA.resultOf(faulty), "a fault", ProblemCode.UNDECIDED);
      assertThat(KAFKA.resultOf(behind).path("status").asInt()).isEqualTo(201);
    } finally {
      REGISTRY.interference().stop();
    }
  }

  @Test
  void aSuspendedPartner_isToldSo() {
    var suspended = Commands.admitted(REGISTRY);
    REGISTRY.accept(Commands.HOST, Commands.suspend(suspended));
    try (var kafka = new KafkaPartner(REGISTRY, suspended)) {
      var result = kafka.resultOf(kafka.send(Commands.link(suspended, PERSON)));
      refused(result, "suspended", ProblemCode.PARTNER_SUSPENDED);
    }
  }
}
