package org.icsregistry.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeSet;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.projection.fixture.App;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The interface describes itself, without a token. */
class OpenApiTest {

  private static App app;
  private static JsonNode document;

  @BeforeAll
  static void start() {
    app = App.still();
    var answer = Web.at(app.port()).get("/v3/api-docs");
    assertThat(answer.statusCode()).isEqualTo(200);
    document = Web.json(answer);
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void document_namesEveryAddress_andNoPage() {
    assertThat(new TreeSet<>(document.at("/paths").propertyNames()))
        .containsExactly(
            "/v1/audit",
            "/v1/capacity",
            "/v1/emergencies",
            "/v1/figures",
            "/v1/operator-actions",
            "/v1/opportunities",
            "/v1/passports/{id}",
            "/v1/passports/{id}/everything",
            "/v1/programmes",
            "/v1/programmes/{id}",
            "/v1/readiness",
            "/v1/rebuilds/{projection}",
            "/v1/refusals",
            "/v1/relationships",
            "/v1/status",
            "/v1/surges",
            "/v1/upkeep");
  }

  @Test
  void operations_haveSummary_parametersWithDescription_andProblems() {
    for (var path : document.at("/paths").properties()) {
      for (var operation : path.getValue().properties()) {
        var name = operation.getKey() + " " + path.getKey();
        var said = operation.getValue();
        assertThat(said.at("/summary").asString("")).as(name).isNotBlank();
        for (var parameter : said.at("/parameters")) {
          assertThat(parameter.at("/description").asString("")).as(name).isNotBlank();
          assertThat(parameter.has("example")).as(name + " " + parameter.at("/name")).isTrue();
          assertThat(parameter.at("/name").stringValue()).isNotEqualTo("caller");
        }
        problems(said, name);
      }
    }
  }

  @Test
  void document_knowsTheToken() {
    assertThat(document.at("/components/securitySchemes/token/scheme").stringValue())
        .isEqualTo("bearer");
  }

  @Test
  void schemas_sayWhatAPassportIs() {
    assertThat(document.at("/components/schemas/PassportView/properties").propertyNames())
        .contains(
            "id",
            "asOf",
            "logIndex",
            "person",
            "checks",
            "trainings",
            "recognitions",
            "clearances",
            "applications",
            "placements",
            "progress");
    assertThat(
            document
                .at("/components/schemas/AuditEntry/properties/leafHash/description")
                .stringValue())
        .contains("RFC 6962");
  }

  private static void problems(JsonNode operation, String name) {
    var codes = new ArrayList<String>();
    for (Map.Entry<String, JsonNode> response : operation.at("/responses").properties()) {
      if (response.getKey().startsWith("2")) {
        continue;
      }
      codes.add(response.getKey());
      var content = response.getValue().at("/content");
      assertThat(content.propertyNames())
          .as(name + " " + response.getKey())
          .containsExactly("application/problem+json");
      assertThat(response.getValue().at("/description").asString("")).isNotBlank();
    }
    assertThat(codes).as(name).isNotEmpty();
  }
}
