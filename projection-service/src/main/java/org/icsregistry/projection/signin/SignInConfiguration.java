package org.icsregistry.projection.signin;

import java.util.Objects;
import org.icsregistry.kit.security.SignInProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** People sign in with OpenID Connect; where no client for the pages is set, there are none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("registry.front-door.client.id")
@EnableConfigurationProperties(FrontDoor.class)
class SignInConfiguration {

  private static final String REGISTRATION = "local";
  private static final String SIGN_IN = "/oauth2/authorization/" + REGISTRATION;

  /** Looked up at the first sign-in, so that services start in any order. */
  @Bean
  ClientRegistrationRepository signInClients(SignInProperties signIn, FrontDoor frontDoor) {
    var client = Objects.requireNonNull(frontDoor.client());
    return new SupplierClientRegistrationRepository(
        () -> new InMemoryClientRegistrationRepository(registration(signIn.issuer(), client)));
  }

  @Bean
  @Order(200)
  SecurityFilterChain pageSecurity(
      HttpSecurity http, ClientRegistrationRepository clients, SignInProperties signIn) {
    var signedOut = new OidcClientInitiatedLogoutSuccessHandler(clients);
    signedOut.setPostLogoutRedirectUri("{baseUrl}/");
    return http.authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/", "/assets/**", "/error")
                .permitAll()
                .anyRequest()
                .authenticated())
        .oauth2Login(login -> login.loginPage(SIGN_IN).failureUrl("/?sign-in=failed"))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessHandler(signedOut))
        .headers(headers -> headers(headers, signIn.issuer()))
        .build();
  }

  private static ClientRegistration registration(String issuer, FrontDoor.Client client) {
    return ClientRegistrations.fromIssuerLocation(issuer)
        .registrationId(REGISTRATION)
        .clientId(client.id())
        .clientSecret(client.secret())
        .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
        .build();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers, String issuer) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(contentSecurityPolicy(issuer)))
        // Addresses name people by their ids.
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .permissionsPolicyHeader(
            permissions -> permissions.policy("camera=(), geolocation=(), microphone=()"));
  }

  // Browsers apply form-action to redirects as well, and signing out leads over the issuer.
  private static String contentSecurityPolicy(String issuer) {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
        + " base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
        + issuer;
  }
}
