package org.icsregistry.kit.keys;

import java.time.Duration;
import org.icsregistry.client.RegistrySettings;
import org.icsregistry.kit.security.SignInProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service speaks to the registry.
 *
 * @param url the registry's address
 * @param client the service's own client at the sign-in service
 * @param ics the host organisation, for which services speak
 * @param timeout for one request
 */
@ConfigurationProperties("registry")
public record RegistryAccess(
    String url, Client client, @DefaultValue Ics ics, @DefaultValue("10s") Duration timeout) {

  public record Client(String id, String secret) {
    @Override
    public String toString() {
      return "Client[" + id + "]";
    }
  }

  public record Ics(@DefaultValue("QOP") String host) {}

  public RegistryAccess {
    require(url, "registry.url");
    require(client == null ? null : client.id, "registry.client.id");
    require(client == null ? null : client.secret, "registry.client.secret");
  }

  /** Settings of a client that sends as the host. */
  public RegistrySettings settings(SignInProperties signIn, Duration patience) {
    return RegistrySettings.of(url, signIn.issuer(), client.id, client.secret, ics.host)
        .withTimeout(timeout)
        .withPatience(patience);
  }

  private static void require(@Nullable String value, String property) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("Expected a value in " + property + ", found nothing");
    }
  }
}
