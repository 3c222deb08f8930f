package org.icsregistry.kit.security;

import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.ClaimAccessor;

/**
 * Who sent the request, as the token says. Take it as a parameter of a controller method.
 *
 * @param organisation code of the organisation; empty for a person who speaks for none
 * @param roles what the bearer may do: partner, coordinator, lead, auditor, operator, engine,
 *     reader
 * @param subject the sign-in service's id of the client or person; a pseudonym
 */
public record Caller(String organisation, Set<String> roles, String subject) {

  /** From the claims {@code org}, {@code roles} and {@code sub} of a token. */
  public static Caller of(ClaimAccessor token) {
    var organisation = token.getClaimAsString("org");
    List<String> roles = token.getClaimAsStringList("roles");
    var subject = token.getClaimAsString("sub");
    return new Caller(
        organisation == null ? "" : organisation,
        roles == null ? Set.of() : Set.copyOf(roles),
        subject == null ? "" : subject);
  }

  public boolean has(String role) {
    return roles.contains(role);
  }

  /** Whether any of these roles is the caller's. */
  public boolean hasAny(String... wanted) {
    return List.of(wanted).stream().anyMatch(roles::contains);
  }
}
