package org.icsregistry.client;

import static java.net.http.HttpResponse.BodyHandlers.ofByteArray;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import org.icsregistry.contracts.envelope.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A system's access token by client credentials (RFC 6749, section 4.4), kept until shortly before
 * it ends. For any number of threads.
 */
public final class AccessTokens {

  private static final Duration EARLY = Duration.ofSeconds(30);
  private static final Duration UNSAID_LIFE = Duration.ofMinutes(1);

  private final HttpClient http;
  private final URI endpoint;
  private final String credentials;
  private final Duration timeout;
  private final Clock clock;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Held held;

  private record Held(String token, Instant renewAt) {}

  public AccessTokens(HttpClient http, RegistrySettings settings, Clock clock) {
    this.http = http;
    this.endpoint = below(settings.issuer(), "/oauth2/token");
    this.credentials = basic(settings.clientId(), settings.clientSecret());
    this.timeout = settings.timeout();
    this.clock = clock;
  }

  /** The address of a path below a base address, whether or not that ends in a slash. */
  static URI below(URI base, String path) {
    return URI.create(base.toString().replaceFirst("/+$", "") + path);
  }

  /**
   * A token that is good for half a minute at least.
   *
   * @throws SignInUnavailableException if the sign-in service does not answer
   * @throws SignInRefusedException if it does not know the client
   */
  public String token() throws InterruptedException {
    var current = held;
    if (current != null && clock.instant().isBefore(current.renewAt)) {
      return current.token;
    }
    asking.lockInterruptibly();
    try {
      current = held;
      if (current == null || !clock.instant().isBefore(current.renewAt)) {
        current = ask();
        held = current;
      }
      return current.token;
    } finally {
      asking.unlock();
    }
  }

  /** Forgets a token that was refused, so that the next one is new. */
  public void refused(String token) {
    var current = held;
    if (current != null && current.token.equals(token)) {
      held = null;
    }
  }

  private Held ask() throws InterruptedException {
    var request =
        HttpRequest.newBuilder(endpoint)
            .timeout(timeout)
            .header("Authorization", credentials)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    HttpResponse<byte[]> answer;
    try {
      answer = http.send(request, ofByteArray());
    } catch (IOException e) {
      throw new SignInUnavailableException("The sign-in service does not answer", e);
    }
    return switch (answer.statusCode()) {
      case 200 -> read(answer.body());
      case 400, 401, 403 ->
          throw new SignInRefusedException(
              "Expected a token from the sign-in service, received status "
                  + answer.statusCode()
                  + "; check the client's id and secret");
      default ->
          throw new SignInUnavailableException(
              "The sign-in service answers with status " + answer.statusCode(), null);
    };
  }

  private Held read(byte[] body) {
    try {
      var node = Json.MAPPER.readTree(body);
      long seconds = node.path("expires_in").asLong(UNSAID_LIFE.toSeconds());
      // Half of a short life, so that a token that lives less than the margin is not asked for
      // again at every call.
      var margin = Duration.ofSeconds(Math.min(EARLY.toSeconds(), seconds / 2));
      return new Held(
          node.required("access_token").stringValue(),
          clock.instant().plusSeconds(seconds).minus(margin));
    } catch (JacksonException e) {
      throw new SignInUnavailableException("The sign-in service's answer is not a token", e);
    }
  }

  // RFC 6749, section 2.3.1: both parts are form-encoded before they are joined.
  private static String basic(String id, String secret) {
    var pair = URLEncoder.encode(id, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }
}
