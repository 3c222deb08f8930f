package org.icsregistry.kit.keys;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.icsregistry.client.ClientKey;
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

  /**
   * @param secret its secret, unless it has a key
   * @param keyFile file of its private key, as a JWK
   */
  public record Client(String id, @Nullable String secret, @Nullable Path keyFile) {
    @Override
    public String toString() {
      return "Client[" + id + "]";
    }
  }

  public record Ics(@DefaultValue("QOP") String host) {}

  public RegistryAccess {
    require(url, "registry.url");
    require(client == null ? null : client.id, "registry.client.id");
    if (client == null || client.keyFile == null) {
      require(client == null ? null : client.secret, "registry.client.secret");
    }
  }

  /** Settings of a client that sends as the host. */
  public RegistrySettings settings(SignInProperties signIn, Duration patience) {
    var secret = Objects.requireNonNullElse(client.secret, "");
    var settings =
        RegistrySettings.of(url, signIn.issuer(), client.id, secret, ics.host)
            .withTimeout(timeout)
            .withPatience(patience);
    return client.keyFile == null ? settings : settings.withKey(ClientKey.read(client.keyFile));
  }

  private static void require(@Nullable String value, String property) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("Expected a value in " + property + ", found nothing");
    }
  }
}
