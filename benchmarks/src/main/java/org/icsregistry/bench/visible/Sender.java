package org.icsregistry.bench.visible;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.icsregistry.bench.BenchException;
import org.icsregistry.bench.mix.Envelope;
import org.icsregistry.bench.system.SystemUnderTest;
import org.icsregistry.bench.system.SystemUnderTest.Service;
import org.icsregistry.contracts.envelope.Json;

/** Sends single commands over HTTP at a fixed rate, whatever the answers do. */
public final class Sender {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final SystemUnderTest system;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<? extends Supplier<Envelope>> lanes;

  /**
   * @param lanes so many that a lane's answer is there long before its next command is due
   */
  public Sender(SystemUnderTest system, List<? extends Supplier<Envelope>> lanes) {
    this.system = system;
    this.lanes = lanes;
  }

  /** Returns when the last command is answered. */
  public List<Accepted> send(int perSecond, Duration duration) {
    var sent = new ArrayList<CompletableFuture<Accepted>>();
    long start = System.nanoTime();
    long total = duration.toMillis() * perSecond / 1000;
    for (int i = 0; i < total; i++) {
      waitUntil(start + i * SECOND / perSecond);
      if (i >= lanes.size()) {
        var _ = sent.get(i - lanes.size()).join(); // a lane's commands keep their order
      }
      sent.add(send(lanes.get(i % lanes.size()).get()));
    }
    return sent.stream().map(CompletableFuture::join).toList();
  }

  private static void waitUntil(long moment) {
    for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** One command at once. */
  public CompletableFuture<Accepted> send(Envelope command) {
    var request =
        HttpRequest.newBuilder(system.uri(Service.REGISTRY, "/v1/commands"))
            .header("Content-Type", "application/cloudevents+json")
            .header("Authorization", "Bearer " + system.token(command.organisation(), "partner"))
            .POST(BodyPublishers.ofString(command.json()))
            .build();
    long start = System.nanoTime();
    return http.sendAsync(request, BodyHandlers.ofString())
        .thenApply(response -> accepted(command, response, start));
  }

  private static Accepted accepted(Envelope command, HttpResponse<String> response, long start) {
    if (response.statusCode() != 201) {
      throw new BenchException(
          "Expected 201 for %s, got %d: %s"
              .formatted(command.type(), response.statusCode(), response.body()));
    }
    var events = Json.MAPPER.readTree(response.body()).required("events");
    long index = events.get(events.size() - 1).required("logIndex").longValue();
    return new Accepted(index, start, System.nanoTime());
  }
}
