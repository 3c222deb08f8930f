package org.icsregistry.kit.security;

import java.util.Arrays;
import java.util.List;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Office;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.problem.SecurityProblems;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.IpAddressAuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** The rules of everything that is called with a bearer token. */
final class ApiRules {

  /** What belongs to the interface for systems; pages may have their own rules beside it. */
  static final String[] PATHS = {"/v1/**", "/log/**", "/actuator/**", "/v3/**"};

  private final List<OpenPath> open;
  private final SecurityProblems problems;

  ApiRules(List<OpenPath> open, SecurityProblems problems) {
    this.open = open;
    this.problems = problems;
  }

  SecurityFilterChain apply(HttpSecurity http) {
    return http.authorizeHttpRequests(this::authorise)
        .oauth2ResourceServer(tokens ->
            tokens
                .bearerTokenResolver(new BearerTokens())
                .jwt(jwt -> jwt.jwtAuthenticationConverter(CallerAuthentication::of))
                .authenticationEntryPoint(problems)
                .accessDeniedHandler(problems)
                .withObjectPostProcessor(failuresTo(problems)))
        .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // Bearer tokens are never sent by a browser on its own, so there is nothing to forge.
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  private void authorise(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .dispatcherTypeMatchers(jakarta.servlet.DispatcherType.ERROR)
        .permitAll()
        .requestMatchers("/actuator/health/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
        .permitAll()
        // Entries are for those who oversee the log; checkpoints, hashes and proofs are for
        // everybody.
        .requestMatchers("/log/tile/entries/**")
        .hasAnyRole(whoMay(Right.SEE_LOG))
        .requestMatchers(HttpMethod.GET, "/log/**")
        .permitAll()
        .requestMatchers("/actuator/prometheus")
        .access(operatorOrThisMachine())
        .requestMatchers("/actuator/**")
        .hasAnyRole(whoMay(Right.OPERATE));
    open.forEach(path -> requests.requestMatchers(path.method(), path.pattern()).permitAll());
    requests.anyRequest().authenticated();
  }

  private static AuthorizationManager<RequestAuthorizationContext> operatorOrThisMachine() {
    return AuthorizationManagers.anyOf(
        AuthorityAuthorizationManager.hasAnyRole(whoMay(Right.OPERATE)),
        IpAddressAuthorizationManager.hasIpAddress("127.0.0.1"),
        IpAddressAuthorizationManager.hasIpAddress("::1"));
  }

  private static String[] whoMay(Right right) {
    return Arrays.stream(Office.values())
        .filter(office -> Access.allows(office, right, Bond.NONE))
        .map(Office::claim)
        .toArray(String[]::new);
  }

  /** Without it a sign-in service that is away would end as an unexplained failure. */
  private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failuresTo(
      SecurityProblems problems) {
    return new ObjectPostProcessor<>() {
      @Override
      public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
        filter.setAuthenticationFailureHandler(problems::commence);
        return filter;
      }
    };
  }
}
