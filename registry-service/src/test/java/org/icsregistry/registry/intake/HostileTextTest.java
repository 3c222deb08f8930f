package org.icsregistry.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.kit.fixture.Hostile;
import org.icsregistry.kit.fixture.HostileQueries;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.LogCheck;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.fixture.RunningRegistry.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Texts that are meant for a database or a browser stay texts, wherever a command holds one. */
class HostileTextTest {

  private static final RunningRegistry REGISTRY = RunningRegistry.start();
  private static final String PARTNER = Commands.admitted(REGISTRY);
  private static final String PERSON = Commands.id();

  @AfterAll
  static void everythingHolds() {
    LogCheck.everythingHolds(REGISTRY.store());
    REGISTRY.close();
  }

  static List<ObjectNode> commands() {
    REGISTRY.send(PARTNER, Commands.registerVolunteer(PARTNER, PERSON));
    return SampleCommands.all(PARTNER, PERSON);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyTextOfACommand_mayBeHostile(ObjectNode command) {
    var hostile = new ArrayList<JsonNode>();
    for (var text : Hostile.all().toList()) {
      spoilEach(command, text, hostile);
    }
    for (int from = 0; from < hostile.size(); from += 500) {
      var some = hostile.subList(from, Math.min(hostile.size(), from + 500));
      judge(some, REGISTRY.sendBatch(PARTNER, Json.MAPPER.writeValueAsString(some)));
    }
  }

  private static void judge(List<JsonNode> sent, Reply reply) {
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).hasSize(sent.size());
    for (int i = 0; i < sent.size(); i++) {
      var answer = reply.body().get(i);
      assertThat(answer.path("status").asInt())
          .as(sent.get(i) + " -> " + answer)
          .isBetween(200, 499);
      assertThat(answer.toString()).doesNotContain(Hostile.ELEMENT).doesNotContain("pg_sleep");
    }
  }

  /** The command once for each text in its data, with that text replaced. */
  private static void spoilEach(ObjectNode command, String text, List<JsonNode> all) {
    int texts = spoil(command.path("data"), text, -1);
    for (int i = 0; i < texts; i++) {
      var copy = command.deepCopy().put("id", Commands.id());
      spoil(copy.path("data"), text, i);
      all.add(copy);
    }
  }

  /** Replaces the text with this number, counting as they come; returns how many there are. */
  private static int spoil(JsonNode container, String text, int which) {
    int count = 0;
    switch (container) {
      case ObjectNode object -> {
        for (var name : List.copyOf(object.propertyNames())) {
          if (object.path(name).isString() && count++ == which) {
            object.put(name, text);
          }
          count += spoil(object.path(name), text, which - count);
        }
      }
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          if (array.get(i).isString() && count++ == which) {
            array.set(i, JsonNodeFactory.instance.stringNode(text));
          }
          count += spoil(array.get(i), text, which - count);
        }
      }
      default -> {}
    }
    return count;
  }

  @Test
  void everyParameterOfARequest_mayBeHostile() {
    var port = REGISTRY.uri("/").getPort();
    var web = Web.at(port).with(REGISTRY.signIn().token("QOP", "reader", "operator"));
    var queries = new HostileQueries(web, REGISTRY.get("/v3/api-docs").body());

    assertThat(queries.ask()).isEmpty();
    assertThat(queries.asked()).isGreaterThan(100);
  }
}
