package org.icsregistry.bench.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.icsregistry.bench.BenchException;
import org.icsregistry.bench.system.SystemUnderTest;
import org.icsregistry.bench.system.SystemUnderTest.Service;
import org.icsregistry.log.kafka.LogTail;

/** How far the log is signed and published, and what the registry serves of it. */
final class SignedLog {

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final SystemUnderTest system;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  SignedLog(SystemUnderTest system) {
    this.system = system;
  }

  /** Waits until the newest checkpoint covers the log; how many entries that are. */
  long awaitSigned() {
    return await("signed", this::signed);
  }

  /** Waits until all of it, and the checkpoint that covers it, is on Kafka too. */
  long awaitPublished() {
    var tail =
        new LogTail(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, system.bootstrapServers()),
            "registry.log");
    long published = await("published", () -> tail.lastIndex().orElse(-1) + 1);
    return Math.min(published, awaitSigned());
  }

  private long await(String what, LongSupplier reached) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (reached.getAsLong() < system.logSize()) {
      if (System.nanoTime() > end) {
        throw new BenchException(
            "Expected %d entries to be %s, got %d"
                .formatted(system.logSize(), what, reached.getAsLong()));
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return system.logSize();
  }

  long signed() {
    return system.number("select size from checkpoint_head");
  }

  String policy() {
    return get("/log/policy");
  }

  /** A proof file. */
  String proof(long index) {
    return get("/log/proof/" + index);
  }

  private String get(String path) {
    var request = HttpRequest.newBuilder(system.uri(Service.REGISTRY, path)).build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new BenchException(
            "Expected 200 for %s, got %d: %s"
                .formatted(path, response.statusCode(), response.body()));
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted", e);
    }
  }
}
