package org.icsregistry.projection.signin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.icsregistry.kit.security.ClaimMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The web pages as the sign-in services know them.
 *
 * @param client at the sign-in service of {@code registry.signin}; absent for a service without
 *     pages
 * @param issuers further sign-in services for people, by a short name that stands in addresses
 * @param longestSession after which somebody has to sign in again, however busy they are
 */
@ConfigurationProperties("registry.front-door")
record FrontDoor(
    @Nullable Client client,
    @DefaultValue Map<String, Issuer> issuers,
    @DefaultValue("10h") Duration longestSession) {

  /**
   * @param secret its secret, unless it has a key
   * @param keyFile file of its private key, as a JWK
   */
  record Client(String id, @Nullable String secret, @Nullable Path keyFile) {

    Client {
      if (id == null || id.isBlank() || (secret == null && keyFile == null)) {
        throw new IllegalArgumentException(
            "Expected an id, and a secret or key-file, for each client of registry.front-door");
      }
    }

    @Override
    public String toString() {
      return "Client[" + id + "]";
    }
  }

  /**
   * @param title what people call it: they choose by it
   * @param address as it stands in its tokens
   * @param claims where its tokens say who somebody is
   */
  record Issuer(
      String title,
      String address,
      Client client,
      @DefaultValue({"openid", "profile"}) List<String> scopes,
      @DefaultValue ClaimMap claims) {

    Issuer {
      if (Objects.requireNonNullElse(title, "").isBlank()
          || Objects.requireNonNullElse(address, "").isBlank()
          || client == null) {
        throw new IllegalArgumentException(
            "Expected title, address and client for each issuer of registry.front-door.issuers");
      }
    }
  }
}
