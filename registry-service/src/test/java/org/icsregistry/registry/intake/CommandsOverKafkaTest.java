package org.icsregistry.registry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.KafkaPartner;
import org.icsregistry.registry.fixture.LogCheck;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.junit.jupiter.api.Test;

/** Each command on a partner's topic gets exactly one result. */
class CommandsOverKafkaTest {

  private static final int STREAM = 2000;

  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  @Test
  void aNewPartnersCommands_areReadWithinSeconds() {
    var partner = Commands.organisation();
    REGISTRY.accept(Commands.HOST, Commands.registerPartner(partner, "HOSPICE"));
    try (var kafka = new KafkaPartner(REGISTRY, partner)) {
      var id = Commands.id();
      var sign = Commands.sign(partner, "DSA").replaceFirst("\"id\":\"[^\"]*", "\"id\":\"" + id);
      var place = kafka.send(sign);
      await().atMost(Duration.ofSeconds(10)).until(() -> kafka.results().containsKey(place));
      var result = kafka.resultOf(place);
      assertThat(result.path("id").asString("")).isEqualTo(id);
      assertThat(result.path("status").asInt()).isEqualTo(201);
      assertThat(result.path("subject").asString("")).isEqualTo(partner);
      assertThat(result.at("/events/0/type").asString("")).isEqualTo("AgreementSigned.v1");
      assertThat(result.at("/events/0").has("logIndex")).isTrue();
    }
  }

  @Test
  void aRestartInTheMiddleOfAStream_losesNothingAndDoublesNothing()
      throws ExecutionException, InterruptedException {
    var partner = Commands.admitted(REGISTRY);
    try (var kafka = new KafkaPartner(REGISTRY, partner)) {
      var people = new HashMap<Future<RecordMetadata>, String>();
      for (int i = 0; i < STREAM; i++) {
        var person = Commands.id();
        var command = Commands.registerVolunteer(partner, person).getBytes(UTF_8);
        people.put(kafka.sendLater(person, command), person);
      }
      await().until(() -> kafka.results().size() > STREAM / 10);

      REGISTRY.restart();

      await().atMost(Duration.ofSeconds(60)).until(() -> kafka.results().size() >= STREAM);
      exactlyOneResultEach(kafka, people);
      assertThat(
              REGISTRY
                  .store()
                  .owner()
                  .sql(
                      """
                      select count(*) from event_log
                      where type = 'VolunteerRegistered.v1' and convert_from(event, 'UTF8')::json->>'source' = ?
                      """)
                  .param("urn:org:" + partner)
                  .query(Long.class)
                  .single())
          .isEqualTo(STREAM);
    }
    LogCheck.everythingHolds(REGISTRY.store());
  }

  private static void exactlyOneResultEach(
      KafkaPartner kafka, Map<Future<RecordMetadata>, String> people)
      throws ExecutionException, InterruptedException {
    var expected = new HashMap<String, String>();
    for (var sent : people.entrySet()) {
      expected.put(KafkaPartner.place(sent.getKey().get()), sent.getValue());
    }
    var wrong = new ArrayList<String>();
    var all = kafka.results();
    expected.forEach((place, person) -> {
      var results = all.get(place);
      if (results == null
          || results.size() != 1
          || results.getFirst().path("status").asInt() != 201
          || !results.getFirst().path("subject").asString("").equals(person)) {
        wrong.add(place + " " + results);
      }
    });
    assertThat(wrong).isEmpty();
    assertThat(all).hasSize(people.size());
  }
}
