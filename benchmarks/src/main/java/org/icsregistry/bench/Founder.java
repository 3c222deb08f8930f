package org.icsregistry.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.icsregistry.bench.mix.Envelope;
import org.icsregistry.bench.system.SystemUnderTest;
import org.icsregistry.bench.system.SystemUnderTest.Service;

/** Sends single commands where speed does not matter. */
final class Founder {

  private final SystemUnderTest system;
  private final HttpClient http = HttpClient.newHttpClient();

  Founder(SystemUnderTest system) {
    this.system = system;
  }

  void send(List<Envelope> commands) {
    commands.forEach(this::send);
  }

  private void send(Envelope command) {
    var request =
        HttpRequest.newBuilder(system.uri(Service.REGISTRY, "/v1/commands"))
            .header("Content-Type", "application/cloudevents+json")
            .header("Authorization", "Bearer " + system.token(command.organisation(), "partner"))
            .POST(BodyPublishers.ofString(command.json()))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 201) {
        throw new BenchException(
            "Expected 201 for %s, got %d: %s"
                .formatted(command.type(), response.statusCode(), response.body()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted", e);
    }
  }
}
