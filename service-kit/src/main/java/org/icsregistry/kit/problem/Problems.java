package org.icsregistry.kit.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.icsregistry.contracts.problem.Problem;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.oversight.RefusalFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Failures of requests as problems. Only for what systems call; pages explain themselves in their
 * own way, so their exceptions are passed on untouched.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  ResponseEntity<byte[]> refused(Refusal refusal, HttpServletRequest request) {
    ApiPaths.only(request, refusal);
    RefusalFilter.note(request, refusal);
    return ProblemDocuments.answer(refusal.problem());
  }

  @ExceptionHandler
  ResponseEntity<byte[]> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
    ApiPaths.only(request, e);
    if (e.getMostSpecificCause() instanceof BodyTooLargeException large) {
      return ProblemDocuments.answer(ProblemDocuments.largerThan(large.most()));
    }
    return ProblemDocuments.answer(
        Problem.of(
            ProblemCode.MALFORMED_JSON,
            "one valid JSON document of the form this address describes",
            "a body that is not",
            "check the body against the OpenAPI document under /v3/api-docs"));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> nothingThere(NoResourceFoundException e, HttpServletRequest request)
      throws NoResourceFoundException {
    ApiPaths.only(request, e);
    return ProblemDocuments.answer(nothingThere());
  }

  @ExceptionHandler
  ResponseEntity<byte[]> wrongMethod(
      HttpRequestMethodNotSupportedException e, HttpServletRequest request)
      throws HttpRequestMethodNotSupportedException {
    ApiPaths.only(request, e);
    var headers = new HttpHeaders();
    headers.setAllow(Objects.requireNonNullElse(e.getSupportedHttpMethods(), java.util.Set.of()));
    return ProblemDocuments.answer(
        Problem.of(
            ProblemCode.METHOD_NOT_ALLOWED,
            "one of the methods in the header Allow",
            "another method",
            "see /v3/api-docs for the methods of this address"),
        headers);
  }

  @ExceptionHandler
  ResponseEntity<byte[]> wrongType(HttpMediaTypeNotSupportedException e, HttpServletRequest request)
      throws HttpMediaTypeNotSupportedException {
    ApiPaths.only(request, e);
    return ProblemDocuments.answer(
        Problem.of(
            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            "Content-Type " + MediaType.toString(e.getSupportedMediaTypes()),
            e.getContentType() == null ? "none" : "another",
            "send the body with a content type that this address reads"));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> notAcceptable(
      HttpMediaTypeNotAcceptableException e, HttpServletRequest request)
      throws HttpMediaTypeNotAcceptableException {
    ApiPaths.only(request, e);
    return ProblemDocuments.answer(
        Problem.of(
            ProblemCode.NOT_ACCEPTABLE,
            "Accept " + MediaType.toString(e.getSupportedMediaTypes()),
            "others only",
            "accept a content type that this address produces"));
  }

  @ExceptionHandler({
    ServletRequestBindingException.class,
    HandlerMethodValidationException.class,
    TypeMismatchException.class
  })
  ResponseEntity<byte[]> wrongParameter(Exception e, HttpServletRequest request) throws Exception {
    ApiPaths.only(request, e);
    var where =
        e instanceof MethodArgumentTypeMismatchException mismatch
            ? "the parameter " + mismatch.getName()
            : "every parameter";
    return ProblemDocuments.answer(
        Problem.of(
            ProblemCode.INVALID_PARAMETER,
            where + " as the OpenAPI document describes it",
            "a missing or malformed value",
            "see /v3/api-docs for the parameters of this address"));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> denied(AccessDeniedException e, HttpServletRequest request) {
    ApiPaths.only(request, e);
    return ProblemDocuments.answer(SecurityProblems.notAllowed());
  }

  @ExceptionHandler({
    TransientDataAccessException.class,
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class
  })
  ResponseEntity<byte[]> databaseAway(RuntimeException e, HttpServletRequest request) {
    ApiPaths.only(request, e);
    LOG.warn("The database does not answer: {} {}", request.getMethod(), ApiPaths.name(request), e);
    return ProblemDocuments.answer(ProblemDocuments.unavailable());
  }

  @ExceptionHandler
  ResponseEntity<byte[]> unexpected(Exception e, HttpServletRequest request) throws Exception {
    ApiPaths.only(request, e);
    if (e instanceof AuthenticationException) {
      throw e; // the security filters answer with a challenge
    }
    LOG.error("A request failed: {} {}", request.getMethod(), ApiPaths.name(request), e);
    return ProblemDocuments.answer(ProblemDocuments.failed());
  }

  static Problem nothingThere() {
    return Problem.of(
        ProblemCode.NOT_FOUND,
        "an address of this service",
        "another one",
        "see /v3/api-docs for all addresses");
  }
}
