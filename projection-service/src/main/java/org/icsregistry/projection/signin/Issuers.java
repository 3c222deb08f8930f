package org.icsregistry.projection.signin;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.icsregistry.kit.security.ClaimMap;
import org.icsregistry.kit.security.SignInProperties;
import org.icsregistry.projection.signin.FrontDoor.Issuer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * The sign-in services for people. Each is looked up when somebody first uses it, so that services
 * start in any order and one that is away keeps nobody from the others.
 */
final class Issuers implements ClientRegistrationRepository {

  /** Name of the one whose tokens systems bring as well. */
  static final String MAIN = "local";

  private final Map<String, Issuer> issuers = new LinkedHashMap<>();
  private final Map<String, JWK> keys = new LinkedHashMap<>();
  private final Map<String, ClientRegistration> found = new ConcurrentHashMap<>();

  Issuers(SignInProperties signIn, FrontDoor frontDoor) {
    issuers.put(
        MAIN,
        new Issuer(
            "your organisation's account",
            signIn.issuer(),
            Objects.requireNonNull(frontDoor.client()),
            List.of("openid", "profile"),
            signIn.claims()));
    issuers.putAll(frontDoor.issuers());
    issuers.forEach((name, issuer) -> {
      if (issuer.client().keyFile() != null) {
        keys.put(name, key(issuer.client().keyFile()));
      }
    });
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String name) {
    var issuer = issuers.get(name);
    return issuer == null ? null : found.computeIfAbsent(name, _ -> registration(name, issuer));
  }

  ClaimMap claims(String name) {
    return Objects.requireNonNull(issuers.get(name)).claims();
  }

  @Nullable JWK key(ClientRegistration registration) {
    return keys.get(registration.getRegistrationId());
  }

  Collection<Issuer> all() {
    return issuers.values();
  }

  /** What people choose by, and where each choice leads. */
  Map<String, String> choices() {
    Map<String, String> choices = new LinkedHashMap<>();
    issuers.forEach((name, issuer) -> choices.put(issuer.title(), address(name)));
    return choices;
  }

  static String address(String name) {
    return "/oauth2/authorization/" + name;
  }

  private ClientRegistration registration(String name, Issuer issuer) {
    var registration =
        ClientRegistrations.fromIssuerLocation(issuer.address())
            .registrationId(name)
            .clientId(issuer.client().id())
            .scope(issuer.scopes());
    if (keys.containsKey(name)) {
      registration.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
    } else {
      registration.clientSecret(issuer.client().secret());
    }
    return registration.build();
  }

  private static JWK key(Path file) {
    try {
      var key = JWK.parse(Files.readString(file));
      if (key.isPrivate()) {
        return key;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The key of the front door cannot be read: " + file, e);
    } catch (ParseException e) {
      throw unusable(file);
    }
    throw unusable(file);
  }

  // Without a cause: the parser's message may quote the key.
  private static IllegalArgumentException unusable(Path file) {
    return new IllegalArgumentException(
        "Expected one private key as a JWK in " + file + ", found something else");
  }
}
