package org.icsregistry.local.signin;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;

/**
 * Puts organisation and roles into every token, the registry as audience and the client into access
 * tokens.
 */
final class TokenClaims {

  static final String AUDIENCE = "ics-volunteer-registry";

  private final String host;
  private final LocalClients clients;

  TokenClaims(String host, LocalClients clients) {
    this.host = host;
    this.clients = clients;
  }

  void add(JwtEncodingContext context) {
    context.getClaims().claims(claims -> claims.putAll(identityClaims(context)));
    if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      context.getClaims().audience(List.of(AUDIENCE));
      // By which client the token was got (OpenID Connect Core, section 2): Kafka asks for this.
      context.getClaims().claim("azp", context.getRegisteredClient().getClientId());
    }
  }

  OidcUserInfo userInfo(OidcUserInfoAuthenticationContext context) {
    String subject = context.getAuthorization().getPrincipalName();
    return OidcUserInfo.builder()
        .subject(subject)
        .claims(claims -> claims.putAll(personClaims(subject)))
        .build();
  }

  private Map<String, Object> identityClaims(JwtEncodingContext context) {
    if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
      return clients.identity(context.getRegisteredClient().getClientId()).orElseThrow().claims();
    }
    Authentication person = Objects.requireNonNull(context.getPrincipal());
    return personClaims(person.getName());
  }

  private Map<String, Object> personClaims(String id) {
    return DemonstrationPerson.find(host, id).orElseThrow().claims();
  }
}
