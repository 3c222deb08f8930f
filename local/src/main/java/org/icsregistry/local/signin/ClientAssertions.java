package org.icsregistry.local.signin;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Clients that sign an assertion ({@code private_key_jwt}, RFC 7523): with a key of the JWK set in
 * their file, for five minutes at most, and each assertion once.
 */
final class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {

  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Path directory;
  private final Clock clock;
  private final Map<String, Instant> used = new ConcurrentHashMap<>();

  ClientAssertions(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  void decideIn(List<AuthenticationProvider> providers) {
    for (var provider : providers) {
      if (provider instanceof JwtClientAssertionAuthenticationProvider assertions) {
        assertions.setJwtDecoderFactory(this);
      }
    }
  }

  @Override
  public JwtDecoder createDecoder(RegisteredClient client) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWTClaimsSetVerifier((_, _) -> {});
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.Family.SIGNATURE, new ImmutableJWKSet<>(keys(client))));
    var decoder = new NimbusJwtDecoder(processor);
    var usual = JwtClientAssertionDecoderFactory.DEFAULT_JWT_VALIDATOR_FACTORY.apply(client);
    decoder.setJwtValidator(assertion -> {
      var checked = usual.validate(assertion);
      return checked.hasErrors() ? checked : once(assertion);
    });
    return decoder;
  }

  /** The client id is one that {@link LocalClients} knows, so it names no other directory. */
  private JWKSet keys(RegisteredClient client) {
    var file = directory.resolve(client.getClientId() + ".json");
    if (!Files.isReadable(file)) {
      throw refused("No key of this client is registered");
    }
    try {
      return JWKSet.load(file.toFile());
    } catch (IOException | ParseException e) {
      throw refused("The keys of this client cannot be read");
    }
  }

  private OAuth2TokenValidatorResult once(Jwt assertion) {
    var now = clock.instant();
    var ends = assertion.getExpiresAt();
    var id = assertion.getId();
    if (id == null || ends == null || ends.isAfter(now.plus(LONGEST))) {
      return failure("An assertion needs an id, and an end within five minutes");
    }
    used.values().removeIf(ended -> ended.plus(LONGEST).isBefore(now));
    return used.putIfAbsent(assertion.getSubject() + " " + id, ends) == null
        ? OAuth2TokenValidatorResult.success()
        : failure("This assertion was used before");
  }

  private static OAuth2TokenValidatorResult failure(String reason) {
    return OAuth2TokenValidatorResult.failure(
        new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, reason, null));
  }

  private static OAuth2AuthenticationException refused(String reason) {
    return new OAuth2AuthenticationException(
        new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, reason, null));
  }
}
