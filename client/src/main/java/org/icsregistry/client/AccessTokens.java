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
  private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final Duration UNSAID_LIFE = Duration.ofMinutes(1);

  private final HttpClient http;
  private final URI issuer;
  private final String clientId;
  private final ClientProof proof;
  private final Duration timeout;
  private final Clock clock;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Held held;
  private volatile @Nullable URI endpoint;

  private record Held(String token, Instant renewAt) {}

  public AccessTokens(HttpClient http, RegistrySettings settings, Clock clock) {
    this.http = http;
    this.issuer = settings.issuer();
    this.clientId = settings.clientId();
    this.proof = settings.proof();
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
    var answer = send(request(endpoint()));
    return switch (answer.statusCode()) {
      case 200 -> read(answer.body());
      case 400, 401, 403 ->
          throw new SignInRefusedException(
              "Expected a token from the sign-in service, received status "
                  + answer.statusCode()
                  + "; check the client's id, and its secret or key");
      default ->
          throw new SignInUnavailableException(
              "The sign-in service answers with status " + answer.statusCode(), null);
    };
  }

  private HttpRequest request(URI at) {
    var request =
        HttpRequest.newBuilder(at)
            .timeout(timeout)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json");
    var form =
        switch (proof) {
          case ClientProof.Secret secret -> {
            request.header("Authorization", basic(clientId, secret.value()));
            yield "";
          }
          case ClientKey key ->
              "&client_id=%s&client_assertion_type=%s&client_assertion=%s"
                  .formatted(
                      URLEncoder.encode(clientId, UTF_8),
                      URLEncoder.encode(ASSERTION, UTF_8),
                      key.assertion(clientId, issuer, clock.instant()));
        };
    return request.POST(BodyPublishers.ofString("grant_type=client_credentials" + form)).build();
  }

  /** As the discovery document says, which is read once. */
  private URI endpoint() throws InterruptedException {
    var known = endpoint;
    if (known == null) {
      known = discover();
      endpoint = known;
    }
    return known;
  }

  private URI discover() throws InterruptedException {
    var answer =
        send(
            HttpRequest.newBuilder(below(issuer, "/.well-known/openid-configuration"))
                .timeout(timeout)
                .build());
    if (answer.statusCode() != 200) {
      throw new SignInUnavailableException(
          "The sign-in service's discovery document answers with status " + answer.statusCode(),
          null);
    }
    try {
      var document = Json.MAPPER.readTree(answer.body());
      var named = URI.create(document.required("issuer").stringValue());
      if (!below(named, "").equals(below(issuer, ""))) {
        throw new SignInRefusedException(
            "Expected the discovery document of " + issuer + ", received another issuer's");
      }
      return URI.create(document.required("token_endpoint").stringValue());
    } catch (JacksonException | IllegalArgumentException e) {
      throw new SignInUnavailableException("The sign-in service's discovery document is none", e);
    }
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, ofByteArray());
    } catch (IOException e) {
      throw new SignInUnavailableException("The sign-in service does not answer", e);
    }
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
