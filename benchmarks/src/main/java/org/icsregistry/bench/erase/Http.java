package org.icsregistry.bench.erase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.icsregistry.bench.BenchException;
import org.icsregistry.bench.mix.Envelope;
import org.icsregistry.bench.system.SystemUnderTest;
import org.icsregistry.bench.system.SystemUnderTest.Service;
import org.icsregistry.contracts.envelope.Json;
import tools.jackson.databind.JsonNode;

/** Commands and questions, one after the other. */
public final class Http {

  private static final Duration LOOK_EVERY = Duration.ofMillis(5);

  private final SystemUnderTest system;
  private final HttpClient http = HttpClient.newHttpClient();

  public Http(SystemUnderTest system) {
    this.system = system;
  }

  public void send(Envelope command) {
    var _ = post(command.organisation(), "application/cloudevents+json", command.json(), 201);
  }

  JsonNode batch(String organisation, String batch) {
    return post(organisation, "application/cloudevents-batch+json", batch, 200);
  }

  private JsonNode post(String organisation, String type, String body, int expected) {
    var request =
        HttpRequest.newBuilder(system.uri(Service.REGISTRY, "/v1/commands"))
            .header("Content-Type", type)
            .header("Authorization", "Bearer " + system.token(organisation, "partner"))
            .POST(BodyPublishers.ofString(body))
            .build();
    return ask(request, expected);
  }

  /** Asks until the read side has somebody's passport. */
  public void awaitPassport(String organisation, String person, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (passport(organisation, person).isMissingNode()) {
      if (System.nanoTime() > end) {
        throw new BenchException("The read side did not catch up within " + patience);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  /** A missing node as long as there is no such passport. */
  JsonNode passport(String organisation, String person) {
    var request =
        HttpRequest.newBuilder(system.uri(Service.PROJECTION, "/v1/passports/" + person))
            .header("Authorization", "Bearer " + system.token(organisation, "partner"))
            .build();
    return ask(request, 200);
  }

  private JsonNode ask(HttpRequest request, int expected) {
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() == expected) {
        return Json.MAPPER.readTree(answer.body());
      }
      if (request.method().equals("GET")
          && (answer.statusCode() == 404 || answer.statusCode() == 403)) {
        return Json.MAPPER.missingNode();
      }
      throw new BenchException(
          "Expected %d, got %d: %s".formatted(expected, answer.statusCode(), answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted", e);
    }
  }
}
