package org.icsregistry.projection.signin;

import java.util.HashMap;
import java.util.Map;
import org.icsregistry.kit.security.ClaimMap;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Who signed in, with the claims under the names that the pages read, whoever issued them. */
final class Person extends DefaultOidcUser {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, Object> claims;

  Person(OidcUser signedIn, ClaimMap map) {
    super(signedIn.getAuthorities(), signedIn.getIdToken(), signedIn.getUserInfo());
    var all = new HashMap<>(signedIn.getClaims());
    all.putAll(map.usual(signedIn));
    this.claims = Map.copyOf(all);
  }

  @Override
  public Map<String, Object> getClaims() {
    return claims;
  }
}
