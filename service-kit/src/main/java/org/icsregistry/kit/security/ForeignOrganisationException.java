package org.icsregistry.kit.security;

import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** An issuer named an organisation that it may not speak for. */
public final class ForeignOrganisationException extends InvalidBearerTokenException {

  ForeignOrganisationException() {
    super("The issuer may not speak for the organisation that its token names");
  }
}
