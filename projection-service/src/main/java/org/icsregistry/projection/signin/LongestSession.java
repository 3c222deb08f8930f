package org.icsregistry.projection.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session after the longest time, however busy it is (ASVS 5.0, V7.3.2). The servlet
 * container ends it after a while without a request.
 */
final class LongestSession extends OncePerRequestFilter {

  /** Where somebody whose session is over is told so. */
  static final String OVER = "/?session=over";

  private final Duration longest;
  private final Clock clock;

  LongestSession(Duration longest, Clock clock) {
    this.longest = longest;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var session = request.getSession(false);
    if (session == null || clock.millis() - session.getCreationTime() < longest.toMillis()) {
      chain.doFilter(request, response);
    } else {
      session.invalidate();
      response.sendRedirect(OVER);
    }
  }
}
