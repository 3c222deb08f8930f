package org.icsregistry.local.signin;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

@Configuration(proxyBeanMethods = false)
class SignInRules {

  static final String PAGE = "/sign-in";

  @Bean
  LocalClients clients(SignInSettings settings) {
    return new LocalClients(settings.host(), settings.frontDoor());
  }

  @Bean
  TokenClaims claims(SignInSettings settings, LocalClients clients) {
    return new TokenClaims(settings.host(), clients);
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> tokenCustomizer(TokenClaims claims) {
    return claims::add;
  }

  @Bean
  AuthorizationServerSettings addresses(SignInSettings settings) {
    return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
  }

  @Bean
  JWKSource<SecurityContext> keys(SignInSettings settings) {
    return new ImmutableJWKSet<>(new JWKSet(SigningKey.readOrCreate(settings.keyFile())));
  }

  @Bean
  PasswordEncoder secrets() {
    return new LocalSecrets();
  }

  @Bean
  OAuth2AuthorizationService authorizations() {
    return new CodeFlowAuthorizations();
  }

  @Bean
  ClientAssertions assertions(SignInSettings settings) {
    return new ClientAssertions(settings.clientKeys(), Clock.systemUTC());
  }

  @Bean
  @Order(1)
  SecurityFilterChain protocol(HttpSecurity http, TokenClaims claims, ClientAssertions assertions) {
    http.oauth2AuthorizationServer(
            server -> {
              http.securityMatcher(server.getEndpointsMatcher());
              server.clientAuthentication(
                  clients -> clients.authenticationProviders(assertions::decideIn));
              server.oidc(
                  oidc -> oidc.userInfoEndpoint(info -> info.userInfoMapper(claims::userInfo)));
            })
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
        .exceptionHandling(failures ->
            failures.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(PAGE)));
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http, SignInSettings settings) {
    http.authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/", PAGE, "/sign-in.css", "/error")
                .permitAll()
                .anyRequest()
                .denyAll())
        .authenticationProvider(new ButtonSignIn(settings.host(), Clock.systemUTC()))
        .formLogin(form ->
            form.loginPage(PAGE)
                .usernameParameter("person")
                .defaultSuccessUrl(settings.frontDoor()))
        .headers(headers ->
            headers.contentSecurityPolicy(
                policy -> policy.policyDirectives(contentSecurityPolicy(settings))));
    return http.build();
  }

  // Browsers apply form-action to the redirects after the form as well, and these lead to the front
  // door.
  private static String contentSecurityPolicy(SignInSettings settings) {
    return "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
        + settings.frontDoor();
  }
}
