package org.icsregistry.kit.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;

/** What makes an access token of the sign-in service good (RFC 9068, section 4; RFC 8725). */
final class IssuerTokens {

  private static final int PATIENCE_MS = 5_000;
  private static final int MOST_BYTES_OF_KEYS = 256 * 1024;
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private IssuerTokens() {}

  /** Finds the issuer's keys by its discovery document, so it has to be there at this moment. */
  static JwtDecoder decoder(String issuer) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier((_, _) -> {});
    processor.setJWTClaimsSetVerifier((_, _) -> {});
    // Asymmetric algorithms only: a public key must never be taken for a secret.
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.Family.SIGNATURE,
            JWKSourceBuilder.create(new SparingKeys(keys(issuer)))
                .rateLimited(false)
                .refreshAheadCache(false)
                .build()));
    var decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(rules(issuer));
    return decoder;
  }

  private static URLBasedJWKSetSource<SecurityContext> keys(String issuer) {
    return new URLBasedJWKSetSource<>(
        url(issuer), new DefaultResourceRetriever(PATIENCE_MS, PATIENCE_MS, MOST_BYTES_OF_KEYS));
  }

  private static URL url(String issuer) {
    var requests = new JdkClientHttpRequestFactory();
    requests.setReadTimeout(Duration.ofMillis(PATIENCE_MS));
    var found =
        RestClient.builder()
            .requestFactory(requests)
            .build()
            .get()
            .uri(URI.create(issuer.replaceFirst("/$", "") + DISCOVERY))
            .retrieve()
            .body(new ParameterizedTypeReference<Map<String, Object>>() {});
    if (found == null || !issuer.equals(found.get("issuer"))) {
      throw new IllegalStateException(
          "Expected the discovery document below " + issuer + " to name this issuer");
    }
    try {
      return URI.create(String.valueOf(found.get("jwks_uri"))).toURL();
    } catch (IllegalArgumentException | MalformedURLException e) {
      throw new IllegalStateException(
          "Expected an address of keys in the discovery document of " + issuer, e);
    }
  }

  // RFC 9068 names the type at+jwt; many issuers still write JWT or nothing. What tells an access
  // token from an identity token is the audience.
  private static OAuth2TokenValidator<Jwt> rules(String issuer) {
    var types = new JwtTypeValidator("JWT", "at+jwt");
    types.setAllowEmpty(true);
    return new DelegatingOAuth2TokenValidator<>(
        types,
        new JwtTimestampValidator(),
        new JwtIssuerValidator(issuer),
        new JwtClaimValidator<Object>("exp", ends -> ends != null),
        new JwtClaimValidator<List<String>>(
            "aud", aud -> aud != null && aud.contains(SignInProperties.AUDIENCE)));
  }
}
