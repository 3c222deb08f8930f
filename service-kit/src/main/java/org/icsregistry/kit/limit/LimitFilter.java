package org.icsregistry.kit.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.icsregistry.kit.access.Office;
import org.icsregistry.kit.problem.ProblemDocuments;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses whoever asks too often, once it is known who asks. The registry's own services are not
 * counted, nor is who asks for the health of a service.
 */
public final class LimitFilter extends OncePerRequestFilter {

  private static final String COMMANDS = "/v1/commands";
  private static final String ACTUATOR = "/actuator/";
  private static final Set<String> SERVICES =
      Set.of("ROLE_" + Office.ENGINE.claim(), "ROLE_" + Office.READER.claim());

  private final RequestLimits limits;

  public LimitFilter(RequestLimits limits) {
    this.limits = limits;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long seconds = secondsToWait(request);
    if (seconds == 0) {
      chain.doFilter(request, response);
    } else {
      ProblemDocuments.tooOften(request, response, seconds);
    }
  }

  private long secondsToWait(HttpServletRequest request) {
    var who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || who instanceof AnonymousAuthenticationToken) {
      return limits.ofAddress(request.getRemoteAddr());
    }
    if (isService(who)) {
      return 0;
    }
    return request.getRequestURI().equals(COMMANDS)
        ? limits.ofCommands(who.getName())
        : limits.ofCaller(who.getName());
  }

  private static boolean isService(Authentication who) {
    return who.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .anyMatch(SERVICES::contains);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith(ACTUATOR);
  }
}
