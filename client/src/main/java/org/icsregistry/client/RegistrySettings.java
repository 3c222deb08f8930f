package org.icsregistry.client;

import java.net.URI;
import java.time.Duration;

/**
 * Where the registry is and who speaks to it.
 *
 * @param registry address of the registry, {@code http://localhost:8081}
 * @param issuer address of the sign-in service; its discovery document (OpenID Connect Discovery
 *     1.0) names where tokens come from
 * @param clientId as the sign-in service knows the system
 * @param proof its secret or its key
 * @param organisation code of the organisation whose commands these are; the token has to be for it
 * @param timeout for one request
 * @param patience how long one call goes on trying while the registry is overloaded or away
 */
public record RegistrySettings(
    URI registry,
    URI issuer,
    String clientId,
    ClientProof proof,
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
        new ClientProof.Secret(clientSecret),
        organisation,
        Duration.ofSeconds(30),
        Duration.ofMinutes(2));
  }

  /** The same for a client that signs assertions and has no secret. */
  public RegistrySettings withKey(ClientKey key) {
    return new RegistrySettings(registry, issuer, clientId, key, organisation, timeout, patience);
  }

  /** The same with another timeout for one request. */
  public RegistrySettings withTimeout(Duration other) {
    return new RegistrySettings(registry, issuer, clientId, proof, organisation, other, patience);
  }

  /** The same with another patience; zero for one attempt. */
  public RegistrySettings withPatience(Duration other) {
    return new RegistrySettings(registry, issuer, clientId, proof, organisation, timeout, other);
  }

  @Override
  public String toString() {
    return "RegistrySettings[" + registry + ", " + clientId + " for " + organisation + "]";
  }
}
