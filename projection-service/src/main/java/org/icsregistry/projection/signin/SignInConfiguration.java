package org.icsregistry.projection.signin;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElseGet;

import java.time.Clock;
import java.util.stream.Collectors;
import org.icsregistry.kit.limit.LimitFilter;
import org.icsregistry.kit.limit.RequestLimits;
import org.icsregistry.kit.oversight.RefusalFilter;
import org.icsregistry.kit.oversight.Refusals;
import org.icsregistry.kit.security.SignInProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.util.LinkedMultiValueMap;

/** People sign in with OpenID Connect; where no client for the pages is set, there are none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("registry.front-door.client.id")
@EnableConfigurationProperties(FrontDoor.class)
class SignInConfiguration {

  @Bean
  Issuers issuers(SignInProperties signIn, FrontDoor frontDoor) {
    return new Issuers(signIn, frontDoor);
  }

  @Bean
  SignInChoices signInChoices(Issuers issuers) {
    return new SignInChoices(issuers.choices());
  }

  @Bean
  @Order(200)
  SecurityFilterChain pageSecurity(
      HttpSecurity http,
      Issuers issuers,
      FrontDoor frontDoor,
      RequestLimits limits,
      Refusals refusals,
      Clock clock) {
    var signedOut = new OidcClientInitiatedLogoutSuccessHandler(issuers);
    signedOut.setPostLogoutRedirectUri("{baseUrl}/");
    return http.authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/", "/assets/**", "/error")
                .permitAll()
                .anyRequest()
                .authenticated())
        .oauth2Login(login ->
            login
                .loginPage(loginPage(issuers))
                .failureUrl("/?sign-in=failed")
                .authorizationEndpoint(
                    asked -> asked.authorizationRequestResolver(requests(issuers)))
                .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(tokens(issuers)))
                .userInfoEndpoint(people -> people.oidcUserService(people(issuers))))
        .logout(out ->
            out.logoutUrl("/sign-out")
                .deleteCookies("REGISTRY_SESSION", "__Host-REGISTRY_SESSION")
                .addLogoutHandler(
                    new HeaderWriterLogoutHandler(
                        new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE)))
                .logoutSuccessHandler(signedOut))
        .sessionManagement(sessions -> sessions.invalidSessionUrl(LongestSession.OVER))
        .addFilterBefore(
            new LongestSession(frontDoor.longestSession(), clock),
            SecurityContextHolderFilter.class)
        .addFilterAfter(new RefusalFilter(refusals), SecurityContextHolderFilter.class)
        .addFilterBefore(new LimitFilter(limits), AuthorizationFilter.class)
        .headers(headers -> headers(headers, issuers))
        .build();
  }

  /** With several sign-in services people choose on the start page. */
  private static String loginPage(Issuers issuers) {
    return issuers.all().size() == 1 ? Issuers.address(Issuers.MAIN) : "/";
  }

  /** Each issuer is asked to have people sign in as well as is demanded of them here. */
  private static OAuth2AuthorizationRequestResolver requests(Issuers issuers) {
    var requests = new DefaultOAuth2AuthorizationRequestResolver(issuers);
    requests.setAuthorizationRequestCustomizer(request ->
        request.attributes(known -> {
          var issuer = (String) requireNonNull(known.get(OAuth2ParameterNames.REGISTRATION_ID));
          request.additionalParameters(asked -> asked.putAll(issuers.claims(issuer).levelsAsked()));
        }));
    return requests;
  }

  private static OAuth2UserService<OidcUserRequest, OidcUser> people(Issuers issuers) {
    var usual = new OidcUserService();
    return request ->
        new Person(
            usual.loadUser(request),
            issuers.claims(request.getClientRegistration().getRegistrationId()));
  }

  /** Clients with a key sign an assertion; the others send their secret. */
  private static RestClientAuthorizationCodeTokenResponseClient tokens(Issuers issuers) {
    var client = new RestClientAuthorizationCodeTokenResponseClient();
    var assertions =
        new NimbusJwtClientAuthenticationParametersConverter<OAuth2AuthorizationCodeGrantRequest>(
            registration -> requireNonNull(issuers.key(registration)));
    client.addParametersConverter(
        request -> requireNonNullElseGet(assertions.convert(request), LinkedMultiValueMap::new));
    return client;
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers, Issuers issuers) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(contentSecurityPolicy(issuers)))
        // Addresses name people by their ids.
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(
            resources -> resources.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions -> permissions.policy("camera=(), geolocation=(), microphone=()"));
  }

  // Browsers apply form-action to redirects as well, and signing out leads over the issuer.
  private static String contentSecurityPolicy(Issuers issuers) {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
        + " base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
        + issuers.all().stream().map(FrontDoor.Issuer::address).collect(Collectors.joining(" "));
  }
}
