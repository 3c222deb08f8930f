package org.icsregistry.client;

import static java.net.http.HttpResponse.BodyHandlers.ofByteArray;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;

/**
 * Posts JSON to one address of the registry with a token, until there is an answer that is not a
 * request to come back later. {@link RegistryClient} sends commands through it.
 */
public final class Transport {

  /** How often a token that the registry refuses is renewed. */
  private static final int SIGN_INS = 2;

  private final HttpClient http;
  private final AccessTokens tokens;
  private final URI endpoint;
  private final RegistrySettings settings;

  /**
   * @param path below the registry's address, {@code /v1/commands}
   */
  public Transport(HttpClient http, RegistrySettings settings, String path) {
    this.http = http;
    this.tokens = new AccessTokens(http, settings, Clock.systemUTC());
    this.endpoint = AccessTokens.below(settings.registry(), path);
    this.settings = settings;
  }

  /**
   * @param patience how long to go on while the registry is overloaded or away
   * @throws RegistryUnavailableException if there was no answer within the patience
   * @throws SignInRefusedException if the client is not accepted
   */
  public HttpResponse<byte[]> post(String type, byte[] body, Duration patience)
      throws InterruptedException {
    return post(type, body, new Waiting(patience));
  }

  HttpResponse<byte[]> post(String type, byte[] body, Waiting waiting) throws InterruptedException {
    int signIns = 0;
    while (true) {
      try {
        var token = tokens.token();
        var answer = http.send(request(type, body, token), ofByteArray());
        if (Waiting.worthwhile(answer.statusCode())) {
          waiting.pause(answer, "The registry answers with status " + answer.statusCode());
        } else if (answer.statusCode() != 401) {
          return answer;
        } else if (++signIns < SIGN_INS) {
          tokens.refused(token);
        } else {
          throw new SignInRefusedException(
              "Expected the registry to accept the token, received status 401 twice; check that"
                  + " both use the same sign-in service");
        }
      } catch (IOException e) {
        waiting.pause("The registry does not answer", e);
      } catch (SignInUnavailableException e) {
        waiting.pause("The sign-in service does not answer", e);
      }
    }
  }

  private HttpRequest request(String type, byte[] body, String token) {
    return HttpRequest.newBuilder(endpoint)
        .timeout(settings.timeout())
        .header("Content-Type", type)
        .header("Accept", "application/json, application/problem+json")
        .header("Authorization", "Bearer " + token)
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }
}
