package org.icsregistry.auditor.source;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A log over HTTP; a token is sent for entries and for nothing else. */
final class HttpStore implements FileStore {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int ATTEMPTS = 4;
  private static final String SIGNED = "checkpoint/signed";
  private static final String ENTRIES = "tile/entries/";

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final String prefix;
  private final Credentials credentials;

  HttpStore(String prefix, Credentials credentials) {
    this.prefix = prefix.replaceFirst("/+$", "") + "/";
    this.credentials = credentials;
  }

  @Override
  public String name() {
    return "http";
  }

  @Override
  public Optional<byte[]> read(String path) {
    HttpResponse<byte[]> answer = ask(path);
    return switch (answer.statusCode()) {
      case 200 -> Optional.of(answer.body());
      case 404, 410 -> Optional.empty();
      case 401, 403 ->
          throw new SourceException(
              "Expected %s%s to be readable, got status %d; entries need a token of role auditor: --token, or --client with --issuer and a secret"
                  .formatted(prefix, path, answer.statusCode()));
      default ->
          throw new SourceException(
              "Expected a file at %s%s, got status %d"
                  .formatted(prefix, path, answer.statusCode()));
    };
  }

  /**
   * The registry serves the newest that witnesses have seen, and beside it the newest that it has
   * signed. Other logs have no such file.
   */
  @Override
  public void eachOlderCheckpoint(Consumer<byte[]> note) {
    read(SIGNED).ifPresent(note);
  }

  private HttpResponse<byte[]> ask(String path) {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<byte[]> answer = http.send(request(path), BodyHandlers.ofByteArray());
        boolean busy = answer.statusCode() >= 500 || answer.statusCode() == 429;
        if (!busy || attempt == ATTEMPTS) {
          return answer;
        }
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw new SourceException(
              "Expected an answer from " + prefix + path + ", got none: " + e.getMessage(), e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SourceException("Interrupted while reading " + prefix + path, e);
      }
      pause(attempt);
    }
  }

  private HttpRequest request(String path) {
    var request = HttpRequest.newBuilder(URI.create(prefix + path)).timeout(TIMEOUT).GET();
    if (path.startsWith(ENTRIES)) {
      credentials.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    }
    return request.build();
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(Duration.ofMillis(250L << attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
