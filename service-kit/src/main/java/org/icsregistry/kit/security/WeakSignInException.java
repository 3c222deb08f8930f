package org.icsregistry.kit.security;

import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenError;

/** Somebody signed in by less than the settings ask for; the error is that of RFC 9470. */
public final class WeakSignInException extends OAuth2AuthenticationException {

  WeakSignInException() {
    super(
        new BearerTokenError(
            "insufficient_user_authentication",
            HttpStatus.UNAUTHORIZED,
            "A stronger way of signing in is required",
            null));
  }
}
