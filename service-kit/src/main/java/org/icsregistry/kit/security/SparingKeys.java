package org.icsregistry.kit.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the sign-in service, fetched again for a token that names an unknown key, but not
 * more often than every few seconds: otherwise anybody could make each bad request here a request
 * there.
 */
final class SparingKeys implements JWKSetSource<SecurityContext> {

  private static final long PAUSE = Duration.ofSeconds(10).toMillis();

  private final JWKSetSource<SecurityContext> source;
  private volatile @Nullable Fetched last;

  private record Fetched(JWKSet keys, long at) {}

  SparingKeys(JWKSetSource<SecurityContext> source) {
    this.source = source;
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
      throws KeySourceException {
    var known = last;
    if (known != null && now - known.at < PAUSE) {
      return known.keys;
    }
    var keys = source.getJWKSet(refresh, now, context);
    last = new Fetched(keys, now);
    return keys;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
