package org.icsregistry.kit.limit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.icsregistry.kit.fixture.SignIn;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.kit.limit.LimitProperties.Limit;
import org.icsregistry.kit.security.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;

class LimitsTest {

  private static final int AT_ONCE = 5;
  private static final SignIn SIGN_IN = new SignIn();
  private static final ServletWebServerApplicationContext SERVICE =
      TestService.start(SIGN_IN.issuer(), Strict.class);
  private static final Web WEB = Web.at(TestService.port(SERVICE));

  @TestConfiguration(proxyBeanMethods = false)
  static class Strict {
    @Bean
    RequestLimits strict() {
      var limit = new Limit(1, AT_ONCE);
      return new RequestLimits(new LimitProperties(limit, null, limit));
    }
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
    SIGN_IN.close();
  }

  /** Tests share an address. */
  @BeforeEach
  void untilTheAddressMayAskAgain() {
    await().until(() -> WEB.get("/log/checkpoint").statusCode() == 200);
  }

  @Test
  void a_caller_who_asks_too_often_is_told_when_to_come_back_and_others_are_not_held_up() {
    var one = WEB.with(token("one"));
    var refused = untilRefused(one, "/v1/me");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(Web.json(refused).path("code").stringValue()).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(refused.headers().firstValue("Retry-After"))
        .hasValueSatisfying(s -> assertThat(Integer.parseInt(s)).isBetween(1, 2));
    assertThat(WEB.with(token("another")).get("/v1/me").statusCode()).isEqualTo(200);
    await().until(() -> one.get("/v1/me").statusCode() == 200);
  }

  @Test
  void an_address_without_a_token_is_limited_but_not_its_signed_in_neighbours() {
    assertThat(untilRefused(WEB, "/log/checkpoint").statusCode()).isEqualTo(429);
    assertThat(WEB.with(token("neighbour")).get("/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void whoever_tries_tokens_is_limited() {
    assertThat(untilRefused(WEB.with("x.y.z"), "/v1/me").statusCode()).isEqualTo(429);
  }

  @Test
  void health_and_the_registrys_own_services_are_not_counted() {
    var service =
        WEB.with(
            SIGN_IN.token(
                c -> c.subject("onboarding").claim("roles", java.util.List.of("engine"))));
    for (int i = 0; i < 10 * AT_ONCE; i++) {
      assertThat(WEB.get("/actuator/health").statusCode()).isEqualTo(200);
      assertThat(service.get("/v1/me").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void commands_have_a_limit_of_their_own_which_is_off() {
    var limits = new RequestLimits(new LimitProperties(new Limit(1, 1), null, null));

    assertThat(limits.ofCaller("RBV")).isZero();
    assertThat(limits.ofCaller("RBV")).isPositive();
    for (int i = 0; i < 100_000; i++) {
      assertThat(limits.ofCommands("RBV")).isZero();
    }
  }

  @Test
  void whoever_has_one_address_of_version_6_has_its_whole_network() {
    var limits = new RequestLimits(new LimitProperties(null, null, new Limit(1, 1)));

    assertThat(limits.ofAddress("2001:db8::1")).isZero();
    assertThat(limits.ofAddress("2001:db8::ffff:2")).isPositive();
    assertThat(limits.ofAddress("2001:db8:0:1::1")).isZero();
  }

  @Test
  void a_body_that_is_too_large_is_refused_whether_or_not_its_length_is_announced()
      throws Exception {
    var large = "{\"text\":\"" + "x".repeat(BodyLimit.MOST_BYTES) + "\"}";
    var announced = BodyPublishers.ofString(large);
    var streamed =
        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(UTF_8)));
    for (var body : new HttpRequest.BodyPublisher[] {announced, streamed}) {
      var request =
          HttpRequest.newBuilder(
                  URI.create("http://localhost:" + TestService.port(SERVICE) + "/v1/notes"))
              .header("Authorization", "Bearer " + token("large"))
              .header("Content-Type", "application/json")
              .POST(body)
              .build();
      var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(Web.json(answer).path("code").stringValue()).isEqualTo("BODY_TOO_LARGE");
    }
  }

  @Test
  void headers_that_are_too_large_are_refused() {
    assertThat(WEB.with("a".repeat(20_000)).get("/v1/me").statusCode()).isIn(400, 431);
  }

  private static java.net.http.HttpResponse<String> untilRefused(Web web, String path) {
    for (int i = 0; i < 2 * AT_ONCE; i++) {
      var answer = web.get(path);
      if (answer.statusCode() == 429) {
        return answer;
      }
    }
    throw new AssertionError("Nobody was refused");
  }

  private static String token(String who) {
    return SIGN_IN.token(
        c -> c.subject(who).claim("org", "RBV").claim("roles", java.util.List.of("partner")));
  }
}
