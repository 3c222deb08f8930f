package org.icsregistry.client;

import java.util.ArrayList;
import java.util.List;
import org.icsregistry.client.Answer.Accepted;
import org.icsregistry.client.Answer.Place;
import org.icsregistry.client.Answer.RecordedAs;
import org.icsregistry.client.Answer.Refused;
import org.icsregistry.contracts.envelope.Json;
import tools.jackson.databind.JsonNode;

/** Reads answers leniently: what a newer registry adds is ignored. */
final class Answers {

  private static final int ACCEPTED = 201;

  private Answers() {}

  static Answer single(String id, int status, byte[] body) {
    var node = Json.MAPPER.readTree(body);
    return status == ACCEPTED ? accepted(id, node) : refused(id, status, node);
  }

  static Refused refused(String id, int status, byte[] body) {
    return refused(id, status, Json.MAPPER.readTree(body));
  }

  static List<Answer> batch(List<CommandEnvelope> sent, byte[] body) {
    var items = Json.MAPPER.readTree(body);
    if (items.size() != sent.size()) {
      throw new RegistryUnavailableException(
          "Expected %d answers, received %d".formatted(sent.size(), items.size()), null);
    }
    var answers = new ArrayList<Answer>(sent.size());
    for (int i = 0; i < sent.size(); i++) {
      var item = items.get(i);
      int status = item.path("status").asInt();
      var id = sent.get(i).id();
      answers.add(
          status == ACCEPTED ? accepted(id, item) : refused(id, status, item.path("problem")));
    }
    return answers;
  }

  private static Accepted accepted(String id, JsonNode node) {
    var events =
        node.path("events")
            .valueStream()
            .map(e ->
                new RecordedAs(
                    e.path("id").asString(),
                    e.path("type").asString(),
                    e.path("logIndex").asLong()))
            .toList();
    return new Accepted(id, node.path("subject").asString(), events);
  }

  private static Refused refused(String id, int status, JsonNode problem) {
    var errors =
        problem
            .path("errors")
            .valueStream()
            .map(e -> new Place(e.path("pointer").asString(), e.path("expected").asString()))
            .toList();
    return new Refused(
        id, status, problem.path("code").asString(), problem.path("detail").asString(), errors);
  }
}
