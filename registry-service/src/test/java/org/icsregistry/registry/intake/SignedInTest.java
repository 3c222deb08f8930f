package org.icsregistry.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.icsregistry.kit.fixture.BadTokens;
import org.icsregistry.kit.fixture.SignIn;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody sends commands without a good token; anybody reads what describes them. */
class SignedInTest {

  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final String PARTNER = Commands.admitted(REGISTRY);
  private static final SignIn SIGN_IN = REGISTRY.signIn();

  @Test
  void aTokenThatIsNoGood_isRefused_andNothingIsRecorded() {
    long before = REGISTRY.store().size();
    var bad = BadTokens.of(SIGN_IN, PARTNER, "partner");
    bad.forEach((what, token) -> {
      var reply =
          REGISTRY.post(
              "/v1/commands",
              Commands.ONE,
              Commands.registerVolunteer(PARTNER, Commands.id()),
              token);
      assertThat(reply.status()).as(what).isEqualTo(401);
      assertThat(reply.code()).as(what).isEqualTo("NOT_SIGNED_IN");
    });
    assertThat(REGISTRY.store().size()).isEqualTo(before);
  }

  @Test
  void aRequestWithoutAToken_isRefused() {
    for (var type : List.of(Commands.ONE, Commands.BATCH)) {
      var reply =
          REGISTRY.exchange(
              HttpRequest.newBuilder(REGISTRY.uri("/v1/commands"))
                  .header("Content-Type", type)
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          Commands.registerVolunteer(PARTNER, Commands.id())))
                  .build());
      assertThat(reply.status()).isEqualTo(401);
    }
  }

  @Test
  void aTokenWithoutAnOrganisation_speaksForNobody() {
    var token = SIGN_IN.token(claims -> claims.claim("roles", List.of("partner")));
    var reply =
        REGISTRY.post(
            "/v1/commands",
            Commands.ONE,
            Commands.registerVolunteer(PARTNER, Commands.id()),
            token);
    assertThat(reply.code()).isEqualTo("WRONG_SOURCE");
  }

  @Test
  void everythingThatOpenApiLists_isRefusedWithoutAToken_butWhatDescribesAndProves() {
    var open =
        List.of(
            "/v1/schemas",
            "/v1/schemas/{type}",
            "/log/checkpoint",
            "/log/checkpoint/signed",
            "/log/policy",
            "/log/status",
            "/log/tile/**",
            "/log/proof/{index}");
    var paths = REGISTRY.get("/v3/api-docs").body().path("paths");
    assertThat(paths.propertyNames()).contains("/v1/commands", "/v1/keys", "/log/checkpoint");
    paths.forEachEntry((path, operations) ->
        operations
            .propertyNames()
            .forEach(method -> {
              int status = statusWithoutToken(method.toUpperCase(Locale.ROOT), path);
              if (open.contains(path)) {
                assertThat(status).as(path).isNotEqualTo(401);
              } else {
                assertThat(status).as(path).isEqualTo(401);
              }
            }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        "/v1/nothing",
        "/error",
        "/actuator",
        "/actuator/env",
        "/actuator/metrics",
        "/log/tile/entries/000",
        "/v1/schemas/../keys"
      })
  void whateverElseIsAskedFor_isRefusedWithoutAToken(String path) {
    assertThat(statusWithoutToken("GET", path)).isIn(400, 401);
  }

  @Test
  void theCheckpoint_isForEverybody() {
    await().until(() -> statusWithoutToken("GET", "/log/checkpoint") == 200);
  }

  private static int statusWithoutToken(String method, String path) {
    var request =
        HttpRequest.newBuilder(
                REGISTRY.uri(path.replaceAll("\\{[a-z]+}", "0").replace("**", "0/000")))
            .method(method, HttpRequest.BodyPublishers.ofString("{}"))
            .header("Content-Type", "application/json");
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theOpenApiDocument_isServedWithoutToken_andListsBothMediaTypes() {
    var reply = REGISTRY.get("/v3/api-docs");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("openapi").asString("")).startsWith("3.1");
    var post = reply.body().at("/paths/~1v1~1commands/post");
    assertThat(post.at("/requestBody/content").propertyNames())
        .containsExactlyInAnyOrder(Commands.ONE, Commands.BATCH);
    assertThat(post.path("responses").propertyNames()).contains("200", "201", "429");
  }

  @Test
  void schemas_areServedWithoutToken() {
    var list = REGISTRY.get("/v1/schemas");
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.body().path("commands").valueStream().map(t -> t.asString("")))
        .contains("RecordCheck.v1");
    assertThat(list.body().path("events").valueStream().map(t -> t.asString("")))
        .contains("CheckRecorded.v1");
    var schema = REGISTRY.get("/v1/schemas/RecordCheck.v1");
    assertThat(schema.status()).isEqualTo(200);
    assertThat(schema.response().headers().firstValue("Content-Type"))
        .hasValue("application/schema+json");
    assertThat(schema.body().path("properties").propertyNames()).contains("checkId", "finding");
    assertThat(REGISTRY.get("/v1/schemas/RecordCheck.v9").code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void health_isToldWithoutToken() {
    assertThat(REGISTRY.get("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(REGISTRY.get("/actuator/health/readiness").status()).isEqualTo(200);
  }
}
