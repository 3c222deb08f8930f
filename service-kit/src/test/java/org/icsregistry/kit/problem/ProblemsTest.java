package org.icsregistry.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.icsregistry.kit.fixture.SignIn;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.kit.security.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

class ProblemsTest {

  private static final SignIn SIGN_IN = new SignIn();
  private static final ServletWebServerApplicationContext SERVICE =
      TestService.start(SIGN_IN.issuer());
  private static final Web WEB =
      Web.at(TestService.port(SERVICE)).with(SIGN_IN.token("RBV", "partner"));

  @AfterAll
  static void stop() {
    SERVICE.close();
    SIGN_IN.close();
  }

  @Test
  void a_refusal_is_answered_with_its_problem() {
    var answer = WEB.get("/v1/refusal");
    problem(answer, 409, "ALREADY_LINKED");
    assertThat(Web.json(answer).path("detail").stringValue())
        .isEqualTo("Expected: no link yet. Received: a link. What to do: do nothing.");
    assertThat(Web.json(answer).has("errors")).isFalse();
  }

  @Test
  void requests_that_do_not_fit_are_named() {
    problem(WEB.get("/v1/unknown"), 404, "NOT_FOUND");
    problem(WEB.get("/v1/notes"), 405, "METHOD_NOT_ALLOWED");
    assertThat(WEB.get("/v1/notes").headers().firstValue("Allow")).contains("POST");
    problem(WEB.post("/v1/notes", "text/plain", "x"), 415, "UNSUPPORTED_MEDIA_TYPE");
    problem(WEB.post("/v1/notes", "application/json", "{\"text\":"), 400, "MALFORMED_JSON");
    problem(WEB.get("/v1/count?limit=many"), 400, "INVALID_PARAMETER");
    problem(WEB.get("/v1/count"), 400, "INVALID_PARAMETER");
  }

  @Test
  void a_failure_keeps_its_inner_details() {
    var bug = WEB.get("/v1/bug");
    problem(bug, 500, "UNDECIDED");
    assertThat(bug.body()).doesNotContain("secret", "IllegalState");

    var database = WEB.get("/v1/database");
    problem(database, 503, "UNAVAILABLE");
    assertThat(database.headers().firstValue("Retry-After")).contains("5");
    assertThat(database.body()).doesNotContain("secret");
  }

  @Test
  void a_path_that_is_rejected_before_any_controller_is_a_problem_too() {
    problem(WEB.get("/v1/;a=b/me"), 400, "INVALID_PARAMETER");
  }

  private static void problem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(Web.json(answer).path("code").stringValue()).isEqualTo(code);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Web.json(answer).path("status").intValue()).isEqualTo(status);
  }
}
