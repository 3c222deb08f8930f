package org.icsregistry.local.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Remembers what the browser flow needs between its steps. Machine tokens are complete in
 * themselves; keeping each of them would fill the memory of a service that partners ask every few
 * minutes.
 */
final class CodeFlowAuthorizations implements OAuth2AuthorizationService {

  private final InMemoryOAuth2AuthorizationService people =
      new InMemoryOAuth2AuthorizationService();

  @Override
  public void save(OAuth2Authorization authorization) {
    if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(
        authorization.getAuthorizationGrantType())) {
      people.save(authorization);
    }
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    people.remove(authorization);
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return people.findById(id);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(
      String token, @Nullable OAuth2TokenType tokenType) {
    return people.findByToken(token, tokenType);
  }
}
