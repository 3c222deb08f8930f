package org.icsregistry.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Checks tokens and remembers the good ones for a minute at most, because a signature check costs
 * more than most of what a request then does. Refused tokens are not remembered.
 */
final class TokenDecoder implements JwtDecoder {

  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  private final JwtDecoder checking;
  private final Cache<String, Jwt> good;

  TokenDecoder(JwtDecoder checking, Clock clock) {
    this.checking = checking;
    this.good =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.<String, Jwt>creating((token, jwt) -> life(jwt, clock)))
            .build();
  }

  @Override
  public Jwt decode(String token) {
    var known = good.getIfPresent(token);
    if (known != null) {
      return known;
    }
    var jwt = check(token);
    good.put(token, jwt);
    return jwt;
  }

  private Jwt check(String token) {
    try {
      return checking.decode(token);
    } catch (JwtDecoderInitializationException e) {
      // The keys are fetched at the first token, so that services start in any order.
      throw new JwtException("The sign-in service's keys cannot be had at this moment", e);
    }
  }

  private static Duration life(Jwt jwt, Clock clock) {
    var ends = jwt.getExpiresAt();
    if (ends == null) {
      return Duration.ZERO;
    }
    var left = Duration.between(clock.instant(), ends);
    return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) < 0 ? left : LONGEST;
  }
}
