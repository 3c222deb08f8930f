package org.icsregistry.registry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.KafkaPartner;
import org.icsregistry.registry.fixture.LogCheck;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A hundred thousand bad inputs, the same in every run: none is a failure of the registry, each is
 * answered once, and the good commands among them are decided as if they were alone.
 */
class FuzzTest {

  private static final long SEED = Long.getLong("fuzz.seed", 20_260_101);
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 100_000);
  private static final int BATCH = 500;
  private static final int ONE_GOOD_IN = 100;

  private static final RunningRegistry REGISTRY =
      RunningRegistry.start("registry.limits.address.each-second=0");
  private static final String PARTNER = Commands.admitted(REGISTRY);
  private static final String PERSON = Commands.id();
  private static final List<ObjectNode> SAMPLES = SampleCommands.all(PARTNER, PERSON);

  @AfterAll
  static void everythingHolds() {
    LogCheck.everythingHolds(REGISTRY.store());
    REGISTRY.close();
  }

  /** Thirty of a hundred: JSON that is well-formed and wrong. */
  @Test
  void spoiledCommandsInBatches_areRefusedOneByOne_andTheGoodOnesAmongThemRecorded() {
    var mutations = new Mutations(SEED);
    for (int sent = 0; sent < INPUTS * 3 / 10; sent += BATCH) {
      var items = IntStream.range(0, BATCH).mapToObj(_ -> item(mutations)).toList();
      var reply = REGISTRY.sendBatch(PARTNER, Json.MAPPER.writeValueAsString(items));
      assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
      assertThat(reply.body()).hasSize(BATCH);
      for (int i = 0; i < BATCH; i++) {
        var answer = reply.body().get(i);
        judge(
            items.get(i).toString(),
            isGood(items.get(i)),
            "UNAVAILABLE".equals(answer.at("/problem/code").asString(""))
                ? again(items.get(i))
                : answer);
      }
    }
  }

  /** As the answer asks: somebody was erased while this command about them was under way. */
  private static JsonNode again(ObjectNode item) {
    return REGISTRY.sendBatch(PARTNER, "[" + item + "]").body().get(0);
  }

  private static ObjectNode item(Mutations mutations) {
    return mutations.oneIn(ONE_GOOD_IN) ? good() : mutations.spoiled(mutations.oneOf(SAMPLES));
  }

  /** Four of a hundred: bytes that may be anything. */
  @Test
  void spoiledBytesOverHttp_areRefused() {
    var mutations = new Mutations(SEED + 1);
    var token = REGISTRY.signIn().token(PARTNER, "partner");
    for (int sent = 0; sent < INPUTS / 25; sent++) {
      var body = mutations.spoiledBytes(mutations.oneOf(SAMPLES));
      var reply = REGISTRY.post("/v1/commands", Commands.ONE, body, token);
      assertThat(reply.status()).as(new String(body, UTF_8)).isBetween(200, 499);
    }
  }

  /** Ten of a hundred. */
  @Test
  void spoiledTokens_areRefused() {
    var mutations = new Mutations(SEED + 2);
    var good = REGISTRY.signIn().token(PARTNER, "partner");
    for (int sent = 0; sent < INPUTS / 10; sent++) {
      var token = mutations.spoiledToken(good);
      if (!means(token).equals(means(good))) {
        var reply =
            REGISTRY.exchange(
                HttpRequest.newBuilder(REGISTRY.uri("/v1/commands"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", Commands.ONE)
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build());
        assertThat(reply.status()).as(token).isEqualTo(401);
      }
    }
  }

  /**
   * Several texts stand for the same bytes: the last letter of a part may carry unused bits, and
   * both alphabets of Base64 are read.
   */
  private static String means(String token) {
    var bytes = new ArrayList<String>();
    for (var part : token.replace('+', '-').replace('/', '_').split("\\.", -1)) {
      try {
        bytes.add(Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(part)));
      } catch (IllegalArgumentException e) {
        bytes.add("not Base64: " + part);
      }
    }
    return bytes.toString();
  }

  /**
   * Fifty-six of a hundred: bytes over Kafka, where everything that is sent has to get a result.
   */
  @Test
  void spoiledBytesOverKafka_getOneResultEach_andTheGoodOnesAmongThemAreRecorded()
      throws Exception {
    var mutations = new Mutations(SEED + 3);
    var sent = new ArrayList<Sent>();
    try (var kafka = new KafkaPartner(REGISTRY, PARTNER)) {
      for (int i = 0; i < INPUTS * 14 / 25; i++) {
        var good = mutations.oneIn(ONE_GOOD_IN);
        var body =
            good
                ? Json.MAPPER.writeValueAsBytes(good())
                : mutations.spoiledBytes(mutations.oneOf(SAMPLES));
        var key = mutations.oneIn(3) ? "key" + i : null;
        sent.add(new Sent(kafka.sendLater(key, body), new String(body, UTF_8), good));
      }
      Awaitility.await()
          .atMost(Duration.ofMinutes(3))
          .until(() -> kafka.results().size() >= sent.size());
      for (var command : sent) {
        var results = kafka.result(KafkaPartner.place(command.place().get()));
        assertThat(results).hasSize(1);
        judge(command.body(), command.good(), results.getFirst());
      }
    }
  }

  private record Sent(Future<RecordMetadata> place, String body, boolean good) {}

  private static ObjectNode good() {
    return (ObjectNode) Json.MAPPER.readTree(Commands.registerVolunteer(PARTNER, Commands.id()));
  }

  private static boolean isGood(JsonNode item) {
    return item.toString().contains("planted.marker@example.org");
  }

  private static void judge(String input, boolean good, JsonNode answer) {
    int status = answer.path("status").asInt();
    if (good) {
      assertThat(status).as(input + " -> " + answer).isEqualTo(201);
    } else {
      assertThat(status).as(input + " -> " + answer).isBetween(200, 499);
    }
  }
}
