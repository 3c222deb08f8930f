package org.icsregistry.kit.security;

import java.util.Set;
import org.icsregistry.kit.access.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClaimAccessor;

/**
 * Who sent the request, as the token says. Take it as a parameter of a controller method.
 *
 * @param organisation code of the organisation; empty for a person who speaks for none
 * @param roles in which capacity: the claims of {@link org.icsregistry.kit.access.Office}
 * @param subject the sign-in service's id of the client or person; a pseudonym
 * @param person the registry's id of the person who signed in, for a volunteer
 */
public record Caller(
    String organisation, Set<String> roles, String subject, @Nullable String person) {

  /** From the claims {@code org}, {@code roles}, {@code sub} and {@code person} of a token. */
  public static Caller of(ClaimAccessor token) {
    return ClaimMap.USUAL.caller(token);
  }

  /** Whether they speak for a partner organisation, and so must be held to its agreements. */
  public boolean speaksForPartner() {
    for (var office : Office.named(roles)) {
      if (office.atAPartner()) {
        return true;
      }
    }
    return false;
  }
}
