package org.icsregistry.local.signin;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param issuer address of this service as it stands in tokens
 * @param keyFile where the signing key is kept, so that tokens outlive a restart
 * @param clientKeys directory of JWK sets, {@code <client id>.json}: public keys of clients that
 *     sign assertions instead of sending a secret
 * @param frontDoor address of the web pages; people are sent back there after signing in
 * @param host code of the organisation that hosts the registry
 */
@ConfigurationProperties("signin")
record SignInSettings(String issuer, Path keyFile, Path clientKeys, String frontDoor, String host) {

  static final Map<String, Object> DEFAULTS =
      Map.ofEntries(
          Map.entry("server.port", "8083"),
          Map.entry("server.address", "127.0.0.1"),
          // Cookies are shared by all ports of a host, so the usual name would clash with the front
          // door's.
          Map.entry("server.servlet.session.cookie.name", "SIGNIN_SESSION"),
          Map.entry("server.tomcat.threads.max", "20"),
          Map.entry("spring.application.name", "sign-in"),
          Map.entry("spring.main.banner-mode", "off"),
          // Settings come from here and the launcher alone, whatever else is on the class path.
          Map.entry("spring.config.name", "sign-in"),
          Map.entry("signin.issuer", "http://localhost:${server.port}"),
          Map.entry("signin.key-file", ".data/sign-in/key.json"),
          Map.entry("signin.client-keys", ".data/sign-in/clients"),
          Map.entry("signin.front-door", "http://localhost:8080"),
          Map.entry("signin.host", "${registry.ics.host:QOP}"));
}
