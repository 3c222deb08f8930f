package org.icsregistry.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.icsregistry.kit.fixture.BadTokens;
import org.icsregistry.kit.fixture.SignIn;
import org.icsregistry.kit.fixture.Web;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

class TokenCheckTest {

  private static final SignIn SIGN_IN = new SignIn();
  private static final ServletWebServerApplicationContext SERVICE =
      TestService.start(SIGN_IN.issuer());
  private static final Web WEB = Web.at(TestService.port(SERVICE));

  @AfterAll
  static void stop() {
    SERVICE.close();
    SIGN_IN.close();
  }

  @Test
  void a_good_token_tells_the_controller_who_calls() {
    var answer = WEB.with(SIGN_IN.token("RBV", "partner", "auditor")).get("/v1/me");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Web.json(answer).path("organisation").stringValue()).isEqualTo("RBV");
    assertThat(Web.json(answer).path("roles").valueStream().map(r -> r.stringValue()))
        .containsExactlyInAnyOrder("partner", "auditor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/me", "/v1/unknown", "/", "/actuator/metrics", "/anything"})
  void everything_else_needs_a_token(String path) {
    var answer = WEB.get(path);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
    assertThat(code(answer)).isEqualTo("NOT_SIGNED_IN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/v3/api-docs",
        "/log/checkpoint",
        "/v1/schemas/all",
        "/actuator/prometheus"
      })
  void open_paths_answer_without_a_token(String path) {
    assertThat(WEB.get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void metrics_are_for_operators() {
    assertThat(WEB.with(SIGN_IN.token("RBV", "partner")).get("/actuator/metrics").statusCode())
        .isEqualTo(403);
    assertThat(WEB.with(SIGN_IN.token("QOP", "operator")).get("/actuator/metrics").statusCode())
        .isEqualTo(200);
  }

  static Set<Map.Entry<String, String>> badTokens() {
    return BadTokens.of(SIGN_IN, "RBV", "partner").entrySet();
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void a_bad_token_is_refused(Map.Entry<String, String> bad) {
    var answer = WEB.with(bad.getValue()).get("/v1/me");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(code(answer)).isEqualTo("NOT_SIGNED_IN");
  }

  @Test
  void what_a_token_names_as_its_keys_is_not_fetched() {
    BadTokens.of(SIGN_IN, "RBV", "partner").values().forEach(bad -> WEB.with(bad).get("/v1/me"));

    assertThat(SIGN_IN.askedInVain()).doesNotContain("/elsewhere");
  }

  @Test
  void unknown_keys_do_not_make_the_service_ask_the_sign_in_service_each_time() {
    try (var asked = new SignIn();
        var service = TestService.start(asked.issuer())) {
      var web = Web.at(TestService.port(service));
      for (int i = 0; i < 50; i++) {
        assertThat(web.with(asked.tokenOfKey("key-" + i)).get("/v1/me").statusCode())
            .isEqualTo(401);
      }
      assertThat(asked.keysFetched()).isLessThan(5);
    }
  }

  @Test
  void a_bad_token_is_refused_on_open_paths_too() {
    assertThat(WEB.with("not.a.token").get("/log/checkpoint").statusCode()).isEqualTo(401);
  }

  @Test
  void a_token_that_was_accepted_is_refused_once_it_has_ended() {
    var shortLived =
        SIGN_IN.token(c ->
            c.claim("org", "RBV")
                .claim("roles", List.of("partner"))
                .issueTime(Date.from(Instant.now().minusSeconds(300)))
                .expirationTime(Date.from(Instant.now().minusSeconds(58))));
    assertThat(WEB.with(shortLived).get("/v1/me").statusCode())
        .as("a minute of clock skew is allowed")
        .isEqualTo(200);
    org.awaitility.Awaitility.await()
        .untilAsserted(
            () -> assertThat(WEB.with(shortLived).get("/v1/me").statusCode()).isEqualTo(401));
  }

  @Test
  void the_service_starts_before_the_sign_in_service_and_says_so_until_it_is_there() {
    try (var late = new SignIn()) {
      late.goAway();
      try (var service = TestService.start(late.issuer())) {
        var web = Web.at(TestService.port(service)).with(late.token("RBV", "partner"));
        var answer = web.get("/v1/me");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(code(answer)).isEqualTo("UNAVAILABLE");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();

        late.comeBack();
        assertThat(web.get("/v1/me").statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void pages_with_rules_of_their_own_stand_beside_the_interface() {
    try (var service = TestService.start(SIGN_IN.issuer(), TestPages.class)) {
      var web = Web.at(TestService.port(service));
      assertThat(web.get("/page").body()).isEqualTo("a page");
      assertThat(web.get("/v1/me").statusCode()).isEqualTo(401);
      assertThat(web.with(SIGN_IN.token("RBV", "partner")).get("/v1/me").statusCode())
          .isEqualTo(200);
    }
  }

  private static String code(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    return Web.json(answer).path("code").stringValue();
  }
}
