package org.icsregistry.kit.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.problem.Problem;
import org.icsregistry.contracts.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.type.TypeReference;

/**
 * Answers for what failed before any controller was found: malformed request lines, rejected paths.
 * Browsers still get the error page.
 */
final class ErrorProblems extends BasicErrorController {

  private static final TypeReference<Map<String, @Nullable Object>> DOCUMENT =
      new TypeReference<>() {};

  ErrorProblems(ErrorAttributes attributes, WebProperties web, List<ErrorViewResolver> views) {
    super(attributes, web.getError(), views);
  }

  @Override
  public ResponseEntity<Map<String, @Nullable Object>> error(HttpServletRequest request) {
    var problem = problem(getStatus(request));
    return ResponseEntity.status(problem.status())
        .contentType(ProblemDocuments.TYPE)
        .body(Json.MAPPER.convertValue(problem, DOCUMENT));
  }

  private static Problem problem(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> SecurityProblems.notSignedIn();
      case FORBIDDEN -> SecurityProblems.notAllowed();
      case NOT_FOUND -> Problems.nothingThere();
      case CONTENT_TOO_LARGE ->
          Problem.of(
              ProblemCode.BODY_TOO_LARGE,
              "a body within the limit of this address",
              "a larger one",
              "send less in one request");
      default ->
          status.is4xxClientError()
              ? Problem.of(
                  ProblemCode.INVALID_PARAMETER,
                  "a well-formed HTTP request",
                  "one that cannot be read",
                  "check the address and the headers")
              : ProblemDocuments.failed();
    };
  }
}
