package org.icsregistry.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.log.kafka.LogPosition;
import org.icsregistry.log.kafka.LogReader;
import org.icsregistry.log.kafka.LogRecord;
import org.icsregistry.log.policy.TlogPolicy;
import org.icsregistry.log.proof.TlogProof;
import org.icsregistry.log.tree.Frontier;
import org.icsregistry.log.tree.Rfc6962;
import org.icsregistry.system.Cluster.Part;
import org.junit.jupiter.api.Test;

/**
 * Kills every part in turn, as {@code kill -9} does, while commands flow. Afterwards every
 * acknowledged command is in the log once, the topic holds each index once with the bytes of the
 * store, each command on Kafka has one result, every projection equals a rebuild from zero, and the
 * partner was told each of its own entries once.
 */
class KilledProcessesTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void nothingIsLostOrDoubledWhateverDies() throws Exception {
    try (var cluster = new Cluster()) {
      var calls = new Calls(cluster);
      admitPartner(cluster, calls);
      var traffic = new Traffic(cluster, calls);
      try (traffic) {
        flowing(traffic);
        for (var part : List.of(Part.REGISTRY, Part.PROJECTION, Part.ONBOARDING, Part.WITNESS)) {
          cluster.killAndRestart(part);
          flowing(traffic);
        }
        cluster.killAndRestartBroker();
        flowing(traffic);
        cluster.killAndRestartDatabase();
        flowing(traffic);
      }
      assertThat(traffic.refused()).as("refused commands").isZero();

      var results = results(cluster, traffic);
      assertThat(results).containsOnlyKeys(traffic.written());
      assertThat(results.values()).as("results per command").containsOnly(1);

      var log = log(cluster);
      assertEveryCommandTookEffectOnce(log, traffic);
      assertTopicHoldsTheStore(cluster, log);
      assertFeedTellsEachOwnEntryOnce(cluster, log);
      assertProjectionsEqualARebuild(cluster, calls, log.size());
      assertWitnessed(cluster, log);
    }
  }

  /** Both ways of sending have moved on since this call. */
  private static void flowing(Traffic traffic) {
    int http = traffic.acknowledged().size();
    int kafka = traffic.written().size();
    await("commands flow")
        .atMost(PATIENCE)
        .until(() ->
            traffic.acknowledged().size() > http + 50 && traffic.written().size() > kafka + 50);
  }

  private static void admitPartner(Cluster cluster, Calls calls) throws Exception {
    command(
        cluster,
        calls,
        "QOP",
        "RegisterPartner.v1",
        "RBV",
        "{\"name\":\"The Christie\",\"category\":\"NHS_TRUST\"}");
    for (var agreement : List.of("DSA", "TERMS_OF_USE")) {
      command(
          cluster,
          calls,
          "RBV",
          "SignAgreement.v1",
          "RBV",
          "{\"agreement\":\"%s\",\"version\":\"1.0\",\"signedOn\":\"2026-01-05\"}"
              .formatted(agreement));
    }
    await("the partner's topics")
        .atMost(PATIENCE)
        .until(() -> topics(cluster).contains("commands.RBV"));
  }

  private static void command(
      Cluster cluster, Calls calls, String org, String type, String subject, String data)
      throws Exception {
    var answer =
        calls.post(
            org,
            cluster.uri(Part.REGISTRY, "/v1/commands"),
            "application/cloudevents+json",
            """
            {"specversion":"1.0","id":"%s","type":"%s","source":"urn:org:%s","subject":"%s","data":%s}\
            """
                .formatted(UUID.randomUUID(), type, org, subject, data));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  @SuppressWarnings("ArrayRecordComponent") // rows as they are, never compared as records
  private record Stored(long index, String subject, byte[] event, byte[] leafHash) {}

  private static List<Stored> log(Cluster cluster) throws SQLException {
    var database = cluster.postgres().database("registry");
    var rows = new ArrayList<Stored>();
    try (var connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.app(), database.appPassword());
        var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                "select log_index, subject, event, leaf_hash from event_log order by log_index")) {
      while (result.next()) {
        rows.add(
            new Stored(
                result.getLong(1), result.getString(2), result.getBytes(3), result.getBytes(4)));
      }
      var head = statement.executeQuery("select size, frontier from log_head");
      head.next();
      var tree = Frontier.empty().plus(rows.stream().map(Stored::leafHash).toList());
      assertThat(head.getLong(1)).isEqualTo(rows.size());
      assertThat(head.getBytes(2)).isEqualTo(tree.bytes());
    }
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i).index()).isEqualTo(i);
      assertThat(Rfc6962.leafHash(rows.get(i).event())).isEqualTo(rows.get(i).leafHash());
    }
    return rows;
  }

  private static void assertEveryCommandTookEffectOnce(List<Stored> log, Traffic traffic) {
    var events = new HashMap<String, Integer>();
    log.forEach(row -> events.merge(EventCodec.decode(row.event()).causationId(), 1, Integer::sum));
    traffic
        .acknowledged()
        .forEach((id, count) -> assertThat(events.get(id)).as(id).isEqualTo(count));
    // VolunteerRegistered and PartnerLinked, once each, for whatever Kafka has taken.
    traffic.written().forEach(id -> assertThat(events.get(id)).as(id).isEqualTo(2));
  }

  private static void assertTopicHoldsTheStore(Cluster cluster, List<Stored> log) {
    var properties =
        Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrap());
    var published = new ArrayList<LogRecord>();
    // The reader itself throws on a hole, a duplicate or an inversion.
    try (var reader = new LogReader(properties, "registry.log", LogPosition.start())) {
      await("the whole log on the topic")
          .atMost(PATIENCE)
          .until(() -> {
            published.addAll(reader.poll(Duration.ofMillis(500), 5000));
            return published.size() >= log.size();
          });
    }
    assertThat(published).hasSameSizeAs(log);
    for (int i = 0; i < log.size(); i++) {
      assertThat(published.get(i).index()).isEqualTo(i);
      assertThat(published.get(i).key()).isEqualTo(log.get(i).subject());
      assertThat(published.get(i).event()).isEqualTo(log.get(i).event());
    }
  }

  /** What it did, about organisations and people. */
  private static void assertFeedTellsEachOwnEntryOnce(Cluster cluster, List<Stored> log) {
    var expected =
        log.stream()
            .map(row -> EventCodec.decode(row.event()))
            .filter(event -> event.org().equals("RBV"))
            .map(RecordedEvent::logIndex)
            .toList();
    var properties =
        Map.<String, Object>of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            cluster.bootstrap(),
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed");
    var feed = List.of(new TopicPartition("feed.RBV", 0));
    var told = new ArrayList<Long>();
    try (var consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(feed);
      consumer.seekToBeginning(feed);
      await("the feed has all of it")
          .atMost(PATIENCE)
          .until(() -> {
            consumer.poll(Duration.ofMillis(500)).forEach(record -> told.add(indexOf(record)));
            return !told.isEmpty() && told.getLast() >= expected.getLast();
          });
    }
    assertThat(told).isSorted().doesNotHaveDuplicates().containsAll(expected);
  }

  private static long indexOf(ConsumerRecord<?, ?> record) {
    return Long.parseLong(
        new String(record.headers().lastHeader("logindex").value(), StandardCharsets.US_ASCII));
  }

  /** How many committed results each command on Kafka has, once all have one. */
  private static Map<String, Integer> results(Cluster cluster, Traffic traffic) {
    var counts = new HashMap<String, Integer>();
    var properties =
        Map.<String, Object>of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrap(),
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    try (var consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor("results.RBV").stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      await("a result for every command on Kafka")
          .atMost(PATIENCE)
          .until(() -> {
            consumer
                .poll(Duration.ofMillis(500))
                .forEach(r ->
                    counts.merge(
                        Json.MAPPER
                            .readTree(new String(r.value(), StandardCharsets.UTF_8))
                            .required("id")
                            .stringValue(),
                        1,
                        Integer::sum));
            return counts.keySet().containsAll(traffic.written());
          });
      // A second result would stand behind the first: read on to the end of what is committed.
      consumer
          .poll(Duration.ofSeconds(2))
          .forEach(r -> counts.merge(idOf(r.value()), 1, Integer::sum));
    }
    return counts;
  }

  private static String idOf(byte[] result) {
    return Json.MAPPER.readTree(result).required("id").stringValue();
  }

  private static void assertProjectionsEqualARebuild(Cluster cluster, Calls calls, int size) {
    for (var projection : List.of("passport", "directory", "audit")) {
      var uri = cluster.uri(Part.PROJECTION, "/v1/rebuilds/" + projection);
      await(projection + " has caught up")
          .atMost(PATIENCE)
          .until(() ->
              caughtUp(
                  calls.get("operator", cluster.uri(Part.PROJECTION, "/v1/status")),
                  projection,
                  size));
      await(projection + " equals its rebuild")
          .atMost(PATIENCE)
          .untilAsserted(() -> {
            assertThat(calls.post("operator", uri, "application/json", "").statusCode())
                .isEqualTo(202);
          });
      await(projection + " is rebuilt")
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(calls.get("operator", uri).path("matched").asBoolean(false)).isTrue());
    }
  }

  /** Checkpoint and proof of the last entry, checked as a partner does: with the policy alone. */
  private static void assertWitnessed(Cluster cluster, List<Stored> log) throws Exception {
    var policy = TlogPolicy.parse(Files.readAllBytes(cluster.policy()));
    var last = log.getLast();
    await("a cosigned checkpoint that covers everything")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> {
          var proof = TlogProof.parse(open(cluster, "/log/proof/" + last.index()));
          var verdict = proof.verify(last.event(), policy);
          assertThat(verdict.cosigned()).containsOnlyKeys("RBV");
          assertThat(verdict.checkpoint().size()).isGreaterThanOrEqualTo(log.size());
        });
  }

  private static byte[] open(Cluster cluster, String path) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(cluster.uri(Part.REGISTRY, path)).build();
      return http.send(request, BodyHandlers.ofByteArray()).body();
    }
  }

  private static boolean caughtUp(
      tools.jackson.databind.JsonNode status, String projection, int size) {
    return status
        .required("projections")
        .valueStream()
        .anyMatch(p ->
            p.required("projection").stringValue().equals(projection)
                && p.required("nextIndex").asLong() >= size);
  }

  private static Set<String> topics(Cluster cluster) throws Exception {
    var properties =
        Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrap());
    try (var admin = org.apache.kafka.clients.admin.Admin.create(properties)) {
      return admin.listTopics().names().get();
    }
  }
}
