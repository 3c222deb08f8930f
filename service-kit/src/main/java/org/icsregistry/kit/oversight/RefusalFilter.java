package org.icsregistry.kit.oversight;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.access.RightRefusal;
import org.icsregistry.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Notes which signed-in callers were refused. It stands right behind the security context, so that
 * rules of addresses, forms without their token and controllers alike are seen.
 */
public final class RefusalFilter extends OncePerRequestFilter {

  private static final String WANTED = RefusalFilter.class.getName() + ".wanted";

  /** What is refused before a controller is found; the addresses themselves could name people. */
  private static final List<String> GUARDED = List.of("/log/tile/entries/", "/actuator/");

  private final Refusals refusals;

  public RefusalFilter(Refusals refusals) {
    this.refusals = refusals;
  }

  /** Says which right was missing; for whoever turns a refusal into an answer. */
  public static void note(HttpServletRequest request, Refusal refusal) {
    if (refusal instanceof RightRefusal missing) {
      note(request, missing.right());
    }
  }

  /** The same where the refusal itself is not at hand. */
  public static void note(HttpServletRequest request, Right missing) {
    request.setAttribute(WANTED, missing);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    var wanted = (Right) request.getAttribute(WANTED);
    if (wanted != null || response.getStatus() == HttpStatus.FORBIDDEN.value()) {
      var caller = caller();
      if (caller != null) {
        refusals.add(caller, wanted, address(request), response.getStatus());
      }
    }
  }

  private static @Nullable Caller caller() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return switch (authentication == null ? null : authentication.getPrincipal()) {
      case Caller caller -> caller;
      case ClaimAccessor person -> Caller.of(person);
      case null, default -> null;
    };
  }

  private static String address(HttpServletRequest request) {
    var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return request.getMethod() + " " + (pattern == null ? guarded(request) : pattern);
  }

  private static String guarded(HttpServletRequest request) {
    return GUARDED.stream()
        .filter(request.getRequestURI()::startsWith)
        .map(prefix -> prefix + "**")
        .findFirst()
        .orElse("(before any address)");
  }
}
