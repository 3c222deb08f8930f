package org.icsregistry.kit.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.problem.Problem;
import org.icsregistry.contracts.problem.ProblemCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Problems as answers. The bytes are the same whatever the caller says it accepts. */
public final class ProblemDocuments {

  static final MediaType TYPE = MediaType.parseMediaType(Problem.MEDIA_TYPE);
  private static final String COME_BACK = "5";

  private ProblemDocuments() {}

  public static ResponseEntity<byte[]> answer(Problem problem) {
    return answer(problem, HttpHeaders.EMPTY);
  }

  /** With further headers of the answer, {@code Retry-After} for example. */
  public static ResponseEntity<byte[]> answer(Problem problem, HttpHeaders more) {
    var answer = ResponseEntity.status(problem.status()).headers(more).contentType(TYPE);
    if (temporary(problem) && !more.containsHeader(HttpHeaders.RETRY_AFTER)) {
      answer.header(HttpHeaders.RETRY_AFTER, COME_BACK);
    }
    return answer.body(Json.MAPPER.writeValueAsBytes(problem));
  }

  /** For filters, which answer without a controller. */
  static void write(Problem problem, HttpServletResponse response) throws IOException {
    byte[] body = Json.MAPPER.writeValueAsBytes(problem);
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    if (temporary(problem) && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
      response.setHeader(HttpHeaders.RETRY_AFTER, COME_BACK);
    }
    response.getOutputStream().write(body);
  }

  /** A filter's answer to a caller who asks too often; a page explains itself. */
  public static void tooOften(
      HttpServletRequest request, HttpServletResponse response, long seconds) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    if (!ApiPaths.contains(request.getRequestURI())) {
      response.sendError(ProblemCode.TOO_MANY_REQUESTS.status());
      return;
    }
    write(
        Problem.of(
            ProblemCode.TOO_MANY_REQUESTS,
            "fewer requests of one caller in a second",
            "more than its limit",
            "send it again after the seconds in Retry-After; the partner guide names the limits"),
        response);
  }

  /** A filter's answer to a body that nothing would read. */
  public static void tooLarge(HttpServletResponse response, int most) throws IOException {
    write(largerThan(most), response);
  }

  static Problem largerThan(int most) {
    return Problem.of(
        ProblemCode.BODY_TOO_LARGE,
        "a body of at most " + most + " bytes at this address",
        "a larger one",
        "send less in one request");
  }

  /** Something failed here that the caller cannot mend; trying later may help. */
  static Problem unavailable() {
    return Problem.of(
        ProblemCode.UNAVAILABLE,
        "all parts of the service to answer",
        "no answer from one of them",
        "send the same request again in a few seconds");
  }

  /** Something failed here that should not; the log of the service says what. */
  static Problem failed() {
    return Problem.of(
        ProblemCode.UNDECIDED,
        "the request to be answered",
        "a failure inside the service",
        "try again; if it stays so, tell the operator the time of the request");
  }

  private static boolean temporary(Problem problem) {
    return problem.status() == 429 || problem.status() == 503;
  }
}
