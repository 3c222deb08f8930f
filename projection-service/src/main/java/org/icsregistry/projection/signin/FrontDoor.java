package org.icsregistry.projection.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The web pages as the sign-in service knows them.
 *
 * @param client absent for a service without pages
 */
@ConfigurationProperties("registry.front-door")
record FrontDoor(@Nullable Client client) {

  record Client(String id, String secret) {
    @Override
    public String toString() {
      return "Client[" + id + "]";
    }
  }
}
