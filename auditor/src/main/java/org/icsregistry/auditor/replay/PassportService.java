package org.icsregistry.auditor.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.icsregistry.auditor.source.Credentials;
import org.icsregistry.auditor.source.SourceException;
import org.icsregistry.contracts.envelope.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the projection-service claims. */
final class PassportService {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int ATTEMPTS = 10;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final Credentials credentials;

  PassportService(URI base, Credentials credentials) {
    this.base = base.toString().replaceFirst("/+$", "");
    this.credentials = credentials;
  }

  /** The passport as of a place in the log; null in JSON if the service says there is none. */
  JsonNode passport(String person, String asOf) {
    URI address =
        URI.create("%s/v1/passports/%s?asOf=%s".formatted(base, encoded(person), encoded(asOf)));
    for (int attempt = 1; ; attempt++) {
      HttpResponse<byte[]> answer = ask(address);
      switch (answer.statusCode()) {
        case 200 -> {
          return read(answer.body());
        }
        case 404 -> {
          return JsonNodeFactory.instance.nullNode();
        }
        // The service may be some events behind the log.
        case 400, 429, 503 -> pauseOrFail(answer, attempt);
        default -> throw refused(answer);
      }
    }
  }

  private static void pauseOrFail(HttpResponse<byte[]> answer, int attempt) {
    if (attempt == ATTEMPTS) {
      throw refused(answer);
    }
    try {
      Thread.sleep(Duration.ofMillis(500));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceException("Interrupted while comparing", e);
    }
  }

  private HttpResponse<byte[]> ask(URI address) {
    var request =
        HttpRequest.newBuilder(address).timeout(TIMEOUT).header("Accept", "application/json");
    credentials.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new SourceException("Expected an answer from " + base + ", got none", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceException("Interrupted while comparing", e);
    }
  }

  private static JsonNode read(byte[] body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JacksonException e) {
      throw new SourceException("Expected a passport as JSON, got something else", e);
    }
  }

  private static SourceException refused(HttpResponse<byte[]> answer) {
    return new SourceException(
        "Expected a passport from %s, got status %d; comparing needs a token of role auditor and a service that has read the log up to there"
            .formatted(answer.uri().getAuthority(), answer.statusCode()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
