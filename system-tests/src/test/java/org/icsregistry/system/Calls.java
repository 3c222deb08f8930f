package org.icsregistry.system;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.icsregistry.contracts.envelope.Json;
import tools.jackson.databind.JsonNode;

/** HTTP as a partner's system uses it, with the local sign-in's clients. */
final class Calls {

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Cluster cluster;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  Calls(Cluster cluster) {
    this.cluster = cluster;
  }

  JsonNode get(String client, URI uri) throws IOException, InterruptedException {
    return Json.MAPPER.readTree(send(authorised(client, uri).GET().build()).body());
  }

  HttpResponse<String> post(String client, URI uri, String contentType, String body)
      throws IOException, InterruptedException {
    return send(
        authorised(client, uri)
            .header("Content-Type", contentType)
            .timeout(Duration.ofSeconds(20))
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder authorised(String client, URI uri) {
    return HttpRequest.newBuilder(uri)
        .header("Authorization", "Bearer " + tokens.computeIfAbsent(client, this::token));
  }

  private String token(String client) {
    var basic =
        Base64.getEncoder()
            .encodeToString((client + ":local-" + client).getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(cluster.uri(Cluster.Part.SIGN_IN, "/oauth2/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type="
                        + URLEncoder.encode("client_credentials", StandardCharsets.UTF_8)))
            .build();
    try {
      return Json.MAPPER.readTree(send(request).body()).required("access_token").stringValue();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
