package org.icsregistry.kit.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.icsregistry.contracts.problem.Problem;
import org.icsregistry.contracts.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers to requests without a good token or without the right to what they ask. */
public final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final Logger LOG = LoggerFactory.getLogger(SecurityProblems.class);

  // They set status and WWW-Authenticate as RFC 6750 demands.
  private final BearerTokenAuthenticationEntryPoint challenge =
      new BearerTokenAuthenticationEntryPoint();
  private final BearerTokenAccessDeniedHandler denial = new BearerTokenAccessDeniedHandler();

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (failure instanceof AuthenticationServiceException) {
      LOG.warn("A token could not be checked: {}", failure.getMessage());
      ProblemDocuments.write(ProblemDocuments.unavailable(), response);
      return;
    }
    challenge.commence(request, response, failure);
    ProblemDocuments.write(notSignedIn(), response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException, jakarta.servlet.ServletException {
    denial.handle(request, response, denied);
    ProblemDocuments.write(notAllowed(), response);
  }

  static Problem notSignedIn() {
    return Problem.of(
        ProblemCode.NOT_SIGNED_IN,
        "a token of the sign-in service, in force and for this registry",
        "no token, or one that is not accepted",
        "fetch a new token and send it as Authorization: Bearer");
  }

  static Problem notAllowed() {
    return Problem.of(
        ProblemCode.NOT_ALLOWED,
        "a token with a role that may do this",
        "a token without it",
        "ask the operator for the role, or use the client that has it");
  }
}
