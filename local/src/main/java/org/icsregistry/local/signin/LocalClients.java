package org.icsregistry.local.signin;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.icsregistry.local.broker.LocalBroker;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The clients of this service are not stored: every well-formed organisation code is one, so that a
 * partner registered a moment ago can sign in, and a few names stand for the services and the tools
 * of lead, auditor and operator. The secret is {@code local-} followed by the client id.
 */
final class LocalClients implements RegisteredClientRepository {

  static final String FRONT_DOOR = "front-door";

  private static final Duration ACCESS = Duration.ofMinutes(30);
  private static final Duration WORKING_DAY = Duration.ofHours(8);

  // ODS codes (NHS England), or the org-id.guide form for charities and companies without one.
  private static final Pattern ORGANISATION =
      Pattern.compile("[A-Z0-9]{3,6}|GB-CHC-[0-9]{6,8}|GB-COH-[A-Z0-9]{8}");

  private final String frontDoor;
  private final Map<String, Identity> named;

  LocalClients(String host, String frontDoor) {
    this.frontDoor = frontDoor;
    this.named =
        Map.of(
            "lead",
            new Identity(host, "lead"),
            "auditor",
            new Identity(host, "auditor"),
            "operator",
            new Identity(host, "operator"),
            "onboarding",
            new Identity(host, "engine"),
            "projection",
            new Identity(host, "reader"),
            "registry",
            new Identity(host, "registry"),
            LocalBroker.LOADER,
            new Identity(host, "demonstration"));
  }

  /**
   * Who a machine client speaks for; empty for unknown clients and for the front door, which speaks
   * for people.
   */
  Optional<Identity> identity(String clientId) {
    if (ORGANISATION.matcher(clientId).matches()) {
      return Optional.of(new Identity(clientId, "partner"));
    }
    return Optional.ofNullable(named.get(clientId));
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    if (clientId.equals(FRONT_DOOR)) {
      return frontDoor();
    }
    return identity(clientId).map(identity -> machine(clientId)).orElse(null);
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("Clients of the local sign-in service are not stored");
  }

  private RegisteredClient machine(String clientId) {
    return client(clientId)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(ACCESS).build())
        .build();
  }

  private RegisteredClient frontDoor() {
    return client(FRONT_DOOR)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .redirectUri(frontDoor + "/login/oauth2/code/local")
        .postLogoutRedirectUri(frontDoor)
        .postLogoutRedirectUri(frontDoor + "/")
        .scope(OidcScopes.OPENID)
        .scope(OidcScopes.PROFILE)
        .clientSettings(ClientSettings.builder().requireProofKey(true).build())
        .tokenSettings(
            TokenSettings.builder()
                .accessTokenTimeToLive(ACCESS)
                .refreshTokenTimeToLive(WORKING_DAY)
                .build())
        .build();
  }

  private static RegisteredClient.Builder client(String clientId) {
    return RegisteredClient.withId(clientId)
        .clientId(clientId)
        .clientSecret("local-" + clientId)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
  }
}
