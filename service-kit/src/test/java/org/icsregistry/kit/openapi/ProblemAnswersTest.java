package org.icsregistry.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Map;
import org.icsregistry.kit.fixture.SignIn;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.kit.security.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

class ProblemAnswersTest {

  private static final SignIn SIGN_IN = new SignIn();
  private static ServletWebServerApplicationContext service;
  private static JsonNode document;

  @RestController
  static class Things {

    @GetMapping("/v1/things/{id}")
    String thing(@PathVariable String id, Caller caller) {
      return id;
    }

    @ApiResponse(responseCode = "204", description = "It is gone")
    @ApiResponse(responseCode = "404", description = "It was gone")
    @ApiResponse(responseCode = "409", description = "It is in use")
    @DeleteMapping("/v1/thing")
    void remove(Caller caller) {}
  }

  @BeforeAll
  static void start() {
    service = TestService.start(SIGN_IN.issuer(), Things.class);
    document = Web.json(Web.at(TestService.port(service)).get("/v3/api-docs"));
  }

  @AfterAll
  static void stop() {
    service.close();
    SIGN_IN.close();
  }

  @Test
  void answers_followFromWhatAnOperationIs() {
    assertThat(statuses("/v1/schemas/all", "get")).containsExactly("200", "401", "429", "503");
    assertThat(statuses("/v1/me", "get")).containsExactly("200", "401", "403", "429", "503");
    assertThat(statuses("/v1/count", "get")).containsExactly("200", "400", "401", "429", "503");
    assertThat(statuses("/v1/notes", "post"))
        .containsExactly("200", "400", "401", "413", "415", "429", "503");
    assertThat(statuses("/v1/things/{id}", "get"))
        .containsExactly("200", "400", "401", "403", "404", "429", "503");
  }

  @Test
  void whatAnOperationDeclares_staysAsItIs() {
    assertThat(statuses("/v1/thing", "delete"))
        .containsExactly("204", "401", "403", "404", "409", "429", "503");
    assertThat(answer("/v1/thing", "delete", "404").at("/description").stringValue())
        .isEqualTo("It was gone");
    assertThat(answer("/v1/thing", "delete", "204").has("content")).isFalse();
  }

  @Test
  void everyOtherAnswer_isAProblemDocument() {
    for (var path : document.at("/paths").properties()) {
      for (var operation : path.getValue().properties()) {
        for (Map.Entry<String, JsonNode> answer :
            operation.getValue().at("/responses").properties()) {
          if (!answer.getKey().startsWith("2")) {
            var content = answer.getValue().at("/content");
            assertThat(content.propertyNames()).containsExactly("application/problem+json");
            assertThat(content.at("/application~1problem+json/schema/$ref").stringValue())
                .isEqualTo("#/components/schemas/Problem");
          }
        }
      }
    }
  }

  @Test
  void document_saysWhatAProblemIs() {
    assertThat(document.at("/components/schemas/Problem/properties").propertyNames())
        .contains("type", "title", "status", "code", "detail", "expected", "received", "remedy");
    assertThat(document.at("/components/schemas/FieldError/properties").propertyNames())
        .containsExactlyInAnyOrder("pointer", "expected");
  }

  private static Iterable<String> statuses(String path, String method) {
    return document.at("/paths").path(path).path(method).path("responses").propertyNames().stream()
        .sorted()
        .toList();
  }

  private static JsonNode answer(String path, String method, String status) {
    return document.at("/paths").path(path).path(method).path("responses").path(status);
  }
}
