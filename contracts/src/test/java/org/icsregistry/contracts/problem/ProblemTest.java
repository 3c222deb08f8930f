package org.icsregistry.contracts.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.problem.Problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

  @ParameterizedTest
  @EnumSource
  void problem_saysWhatWasExpectedWhatCameAndWhatToDo(ProblemCode code) {
    var problem = Problem.of(code, "a", "b", "c");
    assertThat(problem.type()).isEqualTo("urn:ics-registry:problem:" + code);
    assertThat(problem.status()).isBetween(400, 599);
    assertThat(problem.title()).isNotBlank().doesNotEndWith(".");
    assertThat(problem.detail()).isEqualTo("Expected: a. Received: b. What to do: c.");
  }

  @Test
  void codes_haveTitlesOfTheirOwn() {
    assertThat(Stream.of(ProblemCode.values()).map(ProblemCode::title)).doesNotHaveDuplicates();
  }

  @Test
  void problem_isWrittenAsProblemDetails_andReadEqual() {
    var problem =
        Problem.of(
            ProblemCode.SCHEMA_VIOLATION,
            "a",
            "b",
            "c",
            List.of(new FieldError("/data/check", "one of DBS")));
    var json = Json.MAPPER.writeValueAsString(problem);
    assertThat(Json.MAPPER.readTree(json).propertyNames())
        .containsExactlyInAnyOrder(
            "type",
            "title",
            "status",
            "code",
            "detail",
            "expected",
            "received",
            "remedy",
            "errors");
    assertThat(Json.MAPPER.readValue(json, Problem.class)).isEqualTo(problem);
    assertThat(Json.MAPPER.writeValueAsString(Problem.of(ProblemCode.NOT_FOUND, "a", "b", "c")))
        .doesNotContain("errors");
  }

  @Test
  void refusal_isAnAnswer_andHasNoStackTrace() {
    var refusal = new Refusal(ProblemCode.LINK_REQUIRED, "a", "b", "c");
    assertThat(refusal.getStackTrace()).isEmpty();
    assertThat(refusal).hasMessage("LINK_REQUIRED");
    assertThat(refusal.problem().code()).isEqualTo(ProblemCode.LINK_REQUIRED);
  }
}
