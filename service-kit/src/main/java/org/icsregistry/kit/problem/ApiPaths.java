package org.icsregistry.kit.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.servlet.HandlerMapping;

/** Tells what systems call from pages that people look at. */
final class ApiPaths {

  private static final List<String> PREFIXES = List.of("/v1/", "/log/", "/actuator/", "/v3/");

  private ApiPaths() {}

  static boolean contains(String path) {
    return PREFIXES.stream().anyMatch(path::startsWith);
  }

  /** Throws the exception again for a page; Spring then goes on as if nobody had looked at it. */
  static <E extends Exception> void only(HttpServletRequest request, E e) throws E {
    if (!contains(request.getRequestURI())) {
      throw e;
    }
  }

  /** The pattern of the address and not the address, which may name a person. */
  static Object name(HttpServletRequest request) {
    var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null ? "(no address of this service)" : pattern;
  }
}
