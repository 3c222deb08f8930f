package org.icsregistry.client;

import java.net.URI;
import java.time.Duration;

/**
 * Where the registry is and who speaks to it.
 *
 * @param registry address of the registry, {@code http://localhost:8081}
 * @param issuer address of the sign-in service; the token comes from {@code /oauth2/token} below it
 * @param clientId as the sign-in service knows the system
 * @param clientSecret its secret
 * @param organisation code of the organisation whose commands these are; the token has to be for it
 * @param timeout for one request
 * @param patience how long one call goes on trying while the registry is overloaded or away
 */
public record RegistrySettings(
    URI registry,
    URI issuer,
    String clientId,
    String clientSecret,
    String organisation,
    Duration timeout,
    Duration patience) {

  /** Thirty seconds a request, two minutes of patience. */
  public static RegistrySettings of(
      String registry, String issuer, String clientId, String clientSecret, String organisation) {
    return new RegistrySettings(
        URI.create(registry),
        URI.create(issuer),
        clientId,
        clientSecret,
        organisation,
        Duration.ofSeconds(30),
        Duration.ofMinutes(2));
  }

  /** The same with another timeout for one request. */
  public RegistrySettings withTimeout(Duration other) {
    return new RegistrySettings(
        registry, issuer, clientId, clientSecret, organisation, other, patience);
  }

  /** The same with another patience; zero for one attempt. */
  public RegistrySettings withPatience(Duration other) {
    return new RegistrySettings(
        registry, issuer, clientId, clientSecret, organisation, timeout, other);
  }

  @Override
  public String toString() {
    return "RegistrySettings[" + registry + ", " + clientId + " for " + organisation + "]";
  }
}
