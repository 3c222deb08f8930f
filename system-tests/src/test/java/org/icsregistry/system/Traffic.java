package org.icsregistry.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.icsregistry.contracts.envelope.Json;

/**
 * Commands that keep flowing, over HTTP and Kafka, whatever is being killed; remembers what was
 * acknowledged.
 */
final class Traffic implements AutoCloseable {

  private static final String PARTNER = "RBV";

  private final Cluster cluster;
  private final Calls calls;
  private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
  private final Set<String> written = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refused = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running = true;

  Traffic(Cluster cluster, Calls calls) {
    this.cluster = cluster;
    this.calls = calls;
    threads.add(Thread.ofVirtual().start(this::overHttp));
    threads.add(Thread.ofVirtual().start(this::overHttp));
    threads.add(Thread.ofPlatform().start(this::overKafka));
  }

  /** Command ids that were answered with 201 over HTTP, with the number of their events. */
  Map<String, Integer> acknowledged() {
    return acknowledged;
  }

  /** Command ids that Kafka has taken. */
  Set<String> written() {
    return new LinkedHashSet<>(written);
  }

  int refused() {
    return refused.get();
  }

  private void overHttp() {
    while (running) {
      var id = UUID.randomUUID().toString();
      var command = registerVolunteer(id);
      while (running && !sent(id, command)) {
        // The same command again, under the same id: that is what a partner does when it does not
        // know.
        Thread.onSpinWait();
      }
    }
  }

  private boolean sent(String id, String command) {
    try {
      var answer =
          calls.post(
              PARTNER,
              cluster.uri(Cluster.Part.REGISTRY, "/v1/commands"),
              "application/cloudevents+json",
              command);
      if (answer.statusCode() == 201) {
        acknowledged.put(id, Json.MAPPER.readTree(answer.body()).required("events").size());
        return true;
      }
      if (answer.statusCode() < 500 && answer.statusCode() != 429) {
        refused.incrementAndGet();
        return true;
      }
      return pause();
    } catch (IOException e) {
      return pause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private void overKafka() {
    var properties =
        Map.<String, Object>of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            cluster.bootstrap(),
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true);
    try (var producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
      while (running) {
        var id = UUID.randomUUID().toString();
        var record =
            new ProducerRecord<>(
                "commands." + PARTNER,
                id,
                registerVolunteer(id).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        producer.send(record).get();
        written.add(id);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Kafka did not take a command within its delivery timeout", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String registerVolunteer(String id) {
    return """
    {"specversion":"1.0","id":"%s","type":"RegisterVolunteer.v1","source":"urn:org:RBV","subject":"%s",
     "data":{"name":{"given":"Planted","family":"Marker"},"dateOfBirth":"1990-04-05","contact":{}}}\
    """
        .formatted(id, UUID.randomUUID());
  }

  /** Stops sending and waits for the last answers. */
  @Override
  public void close() {
    running = false;
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
