package org.icsregistry.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.icsregistry.system.Ics.HOST;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.icsregistry.system.Cluster.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The drill of docs/privacy.md: somebody is forgotten, nothing of them can be read anywhere, and
 * every proof still holds.
 */
class ForgottenTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String CHRISTIE = "RBV";
  private static final String IDENTITY =
      """
      {"kind":"CHECK","check":"IDENTITY","minLevel":"MEDIUM","blocking":true,"mayStartSupervised":false,\
      "jurisdiction":"NATIONAL","typicalDays":2}\
      """;
  private static final String IDENTITY_SEEN = "{\"outcome\":\"MET\",\"level\":\"HIGH\"}";

  @TempDir private Path folder;

  @Test
  void whoIsForgotten_isFoundNowhere_andEveryProofHolds() throws Exception {
    try (var cluster = new Cluster()) {
      var ics = new Ics(cluster);
      ics.admit(CHRISTIE, "The Christie", "NHS_TRUST");
      ics.define(HOST, "QOP.WARD_HELPER", "Ward helper", "REGULAR", IDENTITY);
      var person = UUID.randomUUID().toString();
      registerOverKafka(cluster, person);
      ics.until(CHRISTIE, Part.PROJECTION, path(person), p -> p.toString().contains("Quintessa"));
      ics.recruit(CHRISTIE, person, "QOP.WARD_HELPER");
      ics.check(CHRISTIE, person, "IDENTITY", IDENTITY_SEEN);
      ics.awaitCleared(CHRISTIE, person, "QOP.WARD_HELPER");

      ics.send(
          HOST,
          "EraseVolunteer.v1",
          person,
          "{\"ground\":\"REQUESTED\",\"decidedBy\":\"dpo-1\",\"holds\":[]}");

      var seen =
          ics.until(
              CHRISTIE,
              Part.PROJECTION,
              path(person),
              p -> p.at("/person/erased").asBoolean(false));
      assertThat(seen.toString()).doesNotContain("Quintessa");
      assertReceiptIsProved(cluster, ics, person);
      assertNothingIsLeft(cluster, ics, person);
      assertVerified(cluster);
      assertRebuiltFromZero(cluster, ics, person);
      ics.send(CHRISTIE, "AcknowledgeErasure.v1", person, "{\"copies\":\"ERASED\"}");
      assertThat(outstanding(ics)).doesNotContain(person);
    }
  }

  private static String path(String person) {
    return "/v1/passports/" + person;
  }

  /** In clear on the topic, as partners send it. */
  private static void registerOverKafka(Cluster cluster, String person) throws Exception {
    var command =
        """
        {"specversion":"1.0","id":"%s","type":"RegisterVolunteer.v1","source":"urn:org:RBV","subject":"%s",
         "data":{"name":{"given":"Quintessa","family":"Wintergreen"},"dateOfBirth":"1990-05-17",
         "contact":{"email":"quintessa.w@example.org","postcode":"M20 4BX"}}}\
        """
            .formatted(UUID.randomUUID(), person);
    Map<String, Object> kafka =
        Map.of("bootstrap.servers", cluster.bootstrap(), "max.block.ms", 60_000);
    try (var producer =
        new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
      var _ = producer.send(new ProducerRecord<>("commands.RBV", person, command)).get();
    }
  }

  private void assertReceiptIsProved(Cluster cluster, Ics ics, String person) throws Exception {
    var receipt =
        ics.until(
            HOST,
            Part.REGISTRY,
            "/v1/erasures/" + person,
            r -> r.at("/erasures/0/evidence/proof").isString());
    assertThat(receipt.path("keysLeft").asInt()).isZero();
    assertThat(outstanding(ics)).contains(person);
    var entry = folder.resolve("erased.json");
    var proof = folder.resolve("erased.tlog-proof");
    Files.write(
        entry, Base64.getDecoder().decode(receipt.at("/erasures/0/evidence/entry").stringValue()));
    await("a proof that the witness has cosigned")
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          var now = ics.ask(HOST, Part.REGISTRY, "/v1/erasures/" + person);
          Files.writeString(proof, now.at("/erasures/0/evidence/proof").stringValue());
          var said =
              cluster.audit(
                  "check",
                  proof.toString(),
                  "--entry",
                  entry.toString(),
                  "--policy",
                  cluster.policy().toString());
          assertThat(said.exitCode()).as(said.text()).isZero();
          assertThat(said.text()).contains("PROVED", "VolunteerErased.v1", person);
        });
  }

  private static String outstanding(Ics ics) throws Exception {
    return ics.ask("operator", Part.REGISTRY, "/v1/erasures?outstanding=true").toString();
  }

  private void assertNothingIsLeft(Cluster cluster, Ics ics, String person) throws Exception {
    await("onboarding has forgotten")
        .atMost(PATIENCE)
        .until(() ->
            ics.ask(CHRISTIE, Part.ONBOARDING, "/v1/journeys?subject=" + person)
                .findValues("requirements")
                .isEmpty());
    var words =
        Files.writeString(folder.resolve("words"), "Quintessa\nWintergreen\nquintessa.w@example\n");
    var arguments =
        new ArrayList<>(
            List.of(
                "fsck",
                "--quiet",
                "--registry-db",
                cluster.postgres().jdbcUrl("registry"),
                "--projection-db",
                cluster.postgres().jdbcUrl("projection"),
                "--onboarding-db",
                cluster.postgres().jdbcUrl("onboarding"),
                "--kafka",
                cluster.bootstrap(),
                "--planted",
                words.toString()));
    for (var log : cluster.logs()) {
      arguments.addAll(List.of("--files", log.toString()));
    }
    await("nothing planted is left")
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          var said = cluster.audit(arguments.toArray(String[]::new));
          assertThat(said.exitCode()).as(said.text()).isZero();
        });
  }

  private static void assertVerified(Cluster cluster) {
    await("everything is as it was signed")
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          var said =
              cluster.audit(
                  "verify",
                  "--quiet",
                  "--url",
                  cluster.uri(Part.REGISTRY, "/log").toString(),
                  "--kafka",
                  cluster.bootstrap(),
                  "--policy",
                  cluster.policy().toString());
          assertThat(said.exitCode()).as(said.text()).isZero();
        });
  }

  private static void assertRebuiltFromZero(Cluster cluster, Ics ics, String person)
      throws Exception {
    var calls = new Calls(cluster);
    var rebuild = cluster.uri(Part.PROJECTION, "/v1/rebuilds/passport");
    assertThat(calls.post("operator", rebuild, "application/json", "").statusCode()).isEqualTo(202);
    await("the passports are rebuilt")
        .atMost(PATIENCE)
        .until(() -> calls.get("operator", rebuild).path("matched").asBoolean(false));
    JsonNode passport = ics.passport(CHRISTIE, person);
    assertThat(passport.at("/person/erased").asBoolean(false)).isTrue();
    assertThat(passport.toString()).doesNotContain("Quintessa").contains("QOP.WARD_HELPER");
    assertThat(ics.history(person).map(e -> e.path("type").asString()))
        .contains("VolunteerRegistered.v1", "CheckRecorded.v1", "VolunteerErased.v1");
  }
}
