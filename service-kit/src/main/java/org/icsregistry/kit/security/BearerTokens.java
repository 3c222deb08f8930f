package org.icsregistry.kit.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/**
 * Finds the bearer token of a request. The usual case, a well-formed header on a request without
 * form or query, is read in one pass over the characters of RFC 6750, section 2.1; the regular
 * expression that does the same took a tenth of a request's time. Everything else, refusals above
 * all, is left to Spring Security.
 */
final class BearerTokens implements BearerTokenResolver {

  private static final String SCHEME = "Bearer ";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final DefaultBearerTokenResolver thorough = new DefaultBearerTokenResolver();

  @Override
  public @Nullable String resolve(HttpServletRequest request) {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null
            && header.startsWith(SCHEME)
            && wellFormed(header)
            && request.getQueryString() == null
            && !FORM.equals(request.getContentType())
        ? header.substring(SCHEME.length())
        : thorough.resolve(request);
  }

  /** {@code 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="} */
  private static boolean wellFormed(String header) {
    int end = header.length();
    while (end > SCHEME.length() && header.charAt(end - 1) == '=') {
      end--;
    }
    for (int i = SCHEME.length(); i < end; i++) {
      if (!inToken(header.charAt(i))) {
        return false;
      }
    }
    return end > SCHEME.length();
  }

  private static boolean inToken(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~'
        || c == '+'
        || c == '/';
  }
}
