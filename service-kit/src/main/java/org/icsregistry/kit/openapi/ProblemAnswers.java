package org.icsregistry.kit.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.icsregistry.contracts.problem.Problem;
import org.icsregistry.kit.security.Caller;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds to every operation the problems that it can answer by what it is: whether it has parameters,
 * names something in its address, reads a body, asks who calls. An operation declares only what
 * follows from none of these, status and meaning; that becomes a problem document too.
 */
final class ProblemAnswers implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

  @Override
  public void customise(OpenAPI document) {
    ModelConverters.getInstance(true).readAll(Problem.class).forEach(document::schema);
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    var answers = operation.getResponses();
    var parameters = Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of());
    boolean body = operation.getRequestBody() != null;
    if (body || !parameters.isEmpty()) {
      add(answers, 400, "What was sent is malformed; the problem says what was expected");
    }
    add(answers, 401, "No token, or one that is not accepted");
    if (asksWhoCalls(handler)) {
      add(answers, 403, "The caller may not do this");
    }
    if (parameters.stream().anyMatch(p -> "path".equals(p.getIn()))) {
      add(answers, 404, "There is none, or none that the caller may know of: it is not said which");
    }
    if (body) {
      add(answers, 413, "The body is larger than this address reads");
      add(answers, 415, "The body has a content type that this address does not read");
    }
    add(answers, 429, "Asked more often than allowed; send it again after Retry-After");
    add(answers, 503, "A part of the service is away; send it again after Retry-After");
    answers.forEach(ProblemAnswers::describe);
    return operation;
  }

  private static boolean asksWhoCalls(HandlerMethod handler) {
    return Arrays.stream(handler.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType().equals(Caller.class));
  }

  private static void add(ApiResponses answers, int status, String meaning) {
    answers.putIfAbsent(Integer.toString(status), new ApiResponse().description(meaning));
  }

  private static void describe(String status, ApiResponse answer) {
    if (status.startsWith("4") || status.startsWith("5")) {
      var problem = new Schema<Problem>().$ref(Problem.class.getSimpleName());
      answer.content(
          new Content().addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(problem)));
    }
  }
}
