package org.icsregistry.registry.intake;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.KafkaPartner;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.fixture.RunningRegistry.Reply;
import org.junit.jupiter.api.Test;

/** The same command, that is the same source and id, gets the same answer and has effect once. */
class FirstAnswerTest {

  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final String PARTNER = Commands.admitted(REGISTRY);

  @Test
  void anAcceptedCommand_getsItsFirstAnswer() {
    var command = Commands.registerVolunteer(PARTNER, Commands.id());
    var first = REGISTRY.send(PARTNER, command);
    long size = REGISTRY.store().size();
    assertThat(first.status()).isEqualTo(201);
    same(REGISTRY.send(PARTNER, command), first);
    assertThat(REGISTRY.store().size()).isEqualTo(size);
  }

  @Test
  void aPersonRegisteredWithoutAnId_getsTheSameIdAgain() {
    var command = Commands.registerVolunteer(PARTNER, "x").replace("\"subject\":\"x\",", "");
    var first = REGISTRY.send(PARTNER, command);
    assertThat(first.body().path("subject").asString("")).hasSize(36);
    same(REGISTRY.send(PARTNER, command), first);
  }

  @Test
  void aRefusedCommand_getsItsFirstAnswer_evenWhenItWouldBeAcceptedNow() {
    var person = Commands.id();
    var command = Commands.recordTraining(PARTNER, person, Commands.id());
    var first = REGISTRY.send(PARTNER, command);
    assertThat(first.code()).isEqualTo("VOLUNTEER_UNKNOWN");
    REGISTRY.accept(PARTNER, Commands.registerVolunteer(PARTNER, person));
    same(REGISTRY.send(PARTNER, command), first);
    assertThat(REGISTRY.store().typesAbout(person)).doesNotContain("TrainingRecorded.v1");
  }

  @Test
  void spellingAndTimeOfSending_doNotMatter() {
    var person = Commands.id();
    var id = Commands.id();
    var first = REGISTRY.send(PARTNER, Commands.registerVolunteer(PARTNER, id, person));
    var otherwise =
        """
        { "data" : {"contact": {"email":"planted.marker@example.org"},
            "name":{"family":"\\u004darker" , "given":"Planted"}, "dateOfBirth" :"1990-04-05"},
          "time" : "2026-11-01T10:00:00Z",
          "subject":"%s","type":"RegisterVolunteer.v1", "source":"urn:org:%s",
          "id":"%s","specversion":"1.0"
        }
        """
            .formatted(person, PARTNER, id);
    same(REGISTRY.send(PARTNER, otherwise), first);
  }

  @Test
  void anotherCommandUnderAUsedId_isRefused_andTheFirstAnswerStays() {
    var person = Commands.id();
    var id = Commands.id();
    var registration = Commands.registerVolunteer(PARTNER, id, person);
    var first = REGISTRY.send(PARTNER, registration);
    for (var other :
        List.of(
            registration.replace("Planted", "Another"),
            Commands.registerVolunteer(PARTNER, id, Commands.id()),
            Commands.recordTraining(PARTNER, id, person, Commands.id()))) {
      var reply = REGISTRY.send(PARTNER, other);
      assertThat(reply.code()).isEqualTo("DUPLICATE_ID_DIFFERENT_BODY");
      assertThat(reply.status()).isEqualTo(409);
    }
    same(REGISTRY.send(PARTNER, registration), first);
  }

  @Test
  void anotherPartnersCommand_mayHaveTheSameId() {
    var id = Commands.id();
    var other = Commands.admitted(REGISTRY);
    assertThat(
            REGISTRY.send(PARTNER, Commands.registerVolunteer(PARTNER, id, Commands.id())).status())
        .isEqualTo(201);
    assertThat(REGISTRY.send(other, Commands.registerVolunteer(other, id, Commands.id())).status())
        .isEqualTo(201);
  }

  @Test
  void fiftyAtOnce_getOneAnswer() throws InterruptedException {
    var person = Commands.id();
    var command = Commands.registerVolunteer(PARTNER, person);
    assertThat(fiftyTimes(() -> REGISTRY.send(PARTNER, command).response().body())).hasSize(1);
    assertThat(REGISTRY.store().typesAbout(person))
        .containsExactly("VolunteerRegistered.v1", "PartnerLinked.v1");
  }

  @Test
  void fiftyOfTwoDifferentCommandsUnderOneIdAtOnce_haveOneEffect() throws InterruptedException {
    var id = Commands.id();
    var one = Commands.id();
    var two = Commands.id();
    var answers =
        fiftyTimes(() -> {
          var person = Math.random() < 0.5 ? one : two;
          return REGISTRY
              .send(PARTNER, Commands.registerVolunteer(PARTNER, id, person))
              .response()
              .body();
        });
    assertThat(answers).hasSizeLessThanOrEqualTo(2);
    assertThat(REGISTRY.store().typesAbout(one).size() + REGISTRY.store().typesAbout(two).size())
        .isEqualTo(2);
  }

  private static java.util.Set<String> fiftyTimes(Callable<String> send)
      throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(IntStream.range(0, 50).mapToObj(_ -> send).toList()).stream()
          .map(done -> {
            try {
              return done.get();
            } catch (InterruptedException | ExecutionException e) {
              throw new IllegalStateException(e);
            }
          })
          .collect(toSet());
    }
  }

  @Test
  void theAnswerIsTheSame_whicheverWayTheCommandComes() {
    var command = Commands.registerVolunteer(PARTNER, Commands.id());
    var overHttp = REGISTRY.send(PARTNER, command).body();
    var inABatch = REGISTRY.sendBatch(PARTNER, "[" + command + "]").body().get(0);
    try (var kafka = new KafkaPartner(REGISTRY, PARTNER)) {
      assertThat(kafka.resultOf(kafka.send(command))).isEqualTo(inABatch);
    }
    for (var member : List.of("id", "subject", "events")) {
      assertThat(inABatch.get(member)).as(member).isNotNull().isEqualTo(overHttp.get(member));
    }
    assertThat(overHttp.propertyNames()).containsExactlyInAnyOrder("id", "subject", "events");
    assertThat(inABatch.propertyNames())
        .containsExactlyInAnyOrder("id", "status", "subject", "events");
  }

  @Test
  void theFirstAnswersOutliveARestart() {
    var accepted = Commands.registerVolunteer(PARTNER, Commands.id());
    var refused = Commands.link(PARTNER, Commands.id());
    var first = List.of(REGISTRY.send(PARTNER, accepted), REGISTRY.send(PARTNER, refused));

    REGISTRY.restart();

    same(REGISTRY.send(PARTNER, accepted), first.get(0));
    same(REGISTRY.send(PARTNER, refused), first.get(1));
  }

  private static void same(Reply reply, Reply first) {
    assertThat(reply.status()).isEqualTo(first.status());
    assertThat(Json.MAPPER.readTree(reply.response().body())).isEqualTo(first.body());
  }
}
