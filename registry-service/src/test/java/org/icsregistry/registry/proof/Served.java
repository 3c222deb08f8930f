package org.icsregistry.registry.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.policy.TlogPolicy;
import org.icsregistry.log.tile.EntryBundle;
import org.icsregistry.log.tile.EntryBundlePath;
import org.icsregistry.log.tile.TileHashes;
import org.icsregistry.log.tree.ConsistencyProof;
import org.icsregistry.registry.fixture.RunningRegistry;
import tools.jackson.databind.JsonNode;

/** What a registry shows to anybody. */
record Served(RunningRegistry registry) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  HttpResponse<byte[]> get(String path, String... headers) {
    var request = HttpRequest.newBuilder(registry.uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  byte[] bytes(String path, String... headers) {
    var response = get(path, headers);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  SignedCheckpoint checkpoint() {
    return SignedCheckpoint.parse(bytes("/log/checkpoint"));
  }

  SignedCheckpoint signed() {
    return SignedCheckpoint.parse(bytes("/log/checkpoint/signed"));
  }

  TlogPolicy policy() {
    return TlogPolicy.parse(bytes("/log/policy"));
  }

  JsonNode status() {
    return Json.MAPPER.readTree(new String(bytes("/log/status"), UTF_8));
  }

  byte[] entry(long index) {
    var path = EntryBundlePath.inTree(index / 256, signed().checkpoint().size());
    var token = registry.signIn().token("QOP", "auditor");
    var bundle =
        EntryBundle.parse(path, bytes("/log/" + path.text(), "Authorization", "Bearer " + token));
    return bundle.entries().get((int) (index % 256));
  }

  /** Proves that each of these is a beginning of the next, with the tiles that are served. */
  void assertConsistent(List<SignedCheckpoint> seen) {
    var bySize =
        seen.stream()
            .map(SignedCheckpoint::checkpoint)
            .distinct()
            .sorted(Comparator.comparingLong(Checkpoint::size))
            .toList();
    for (int i = 1; i < bySize.size(); i++) {
      var earlier = bySize.get(i - 1);
      var later = bySize.get(i);
      var hashes = new TileHashes(later.size(), path -> bytes("/log/" + path.text()));
      ConsistencyProof.create(earlier.size(), later.size(), hashes)
          .verify(earlier.root(), later.root());
    }
  }

  /** Everything on the topic of checkpoints. */
  List<SignedCheckpoint> topic() {
    var properties =
        Map.<String, Object>of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            registry.broker().bootstrapServers(),
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed");
    var found = new ArrayList<SignedCheckpoint>();
    try (var consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partition = new TopicPartition("registry.checkpoints", 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> found.add(SignedCheckpoint.parse(record.value())));
      }
    }
    return found;
  }
}
