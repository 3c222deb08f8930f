package org.icsregistry.bench.dashboards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.icsregistry.bench.BenchException;
import org.icsregistry.bench.mix.Founding;
import org.icsregistry.bench.system.SystemUnderTest;
import org.icsregistry.bench.system.SystemUnderTest.Service;
import org.icsregistry.contracts.envelope.Json;
import tools.jackson.databind.JsonNode;

/** Asks the read models, one question after the other. */
final class Questions {

  private final SystemUnderTest system;
  private final HttpClient http = HttpClient.newHttpClient();

  Questions(SystemUnderTest system) {
    this.system = system;
  }

  JsonNode get(String path, String role) {
    return ask(path, role, HttpRequest.newBuilder(), 200);
  }

  /** Begins to make a read model again. */
  void rebuild(String projection) {
    var _ =
        ask(
            "/v1/rebuilds/" + projection,
            "operator",
            HttpRequest.newBuilder().POST(BodyPublishers.noBody()),
            202);
  }

  private JsonNode ask(String path, String role, HttpRequest.Builder request, int expected) {
    var complete =
        request
            .uri(system.uri(Service.PROJECTION, path))
            .header("Authorization", "Bearer " + system.token(Founding.HOST, role))
            .build();
    try {
      var answer = http.send(complete, BodyHandlers.ofString());
      if (answer.statusCode() != expected) {
        throw new BenchException(
            "Expected %d for %s, got %d: %s"
                .formatted(expected, path, answer.statusCode(), answer.body()));
      }
      return Json.MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted", e);
    }
  }
}
