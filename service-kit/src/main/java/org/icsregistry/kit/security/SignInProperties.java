package org.icsregistry.kit.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sign-in service whose tokens are accepted.
 *
 * @param issuer its address, exactly as it stands in the tokens
 * @param claims where its tokens say who somebody is
 */
@ConfigurationProperties("registry.signin")
public record SignInProperties(String issuer, @DefaultValue ClaimMap claims) {

  /** Whom a token has to be for. */
  public static final String AUDIENCE = "ics-volunteer-registry";

  public SignInProperties {
    if (issuer == null || issuer.isBlank()) {
      throw new IllegalArgumentException(
          "Expected the sign-in service's address in registry.signin.issuer, found nothing");
    }
  }
}
