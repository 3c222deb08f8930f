package org.icsregistry.kit.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Office;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.limit.LimitFilter;
import org.icsregistry.kit.limit.RequestLimits;
import org.icsregistry.kit.oversight.RefusalFilter;
import org.icsregistry.kit.problem.ProblemDocuments;
import org.icsregistry.kit.problem.SecurityProblems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.IpAddressAuthorizationManager;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The rules of everything that is called with a bearer token. */
final class ApiRules {

  /** What belongs to the interface for systems; pages may have their own rules beside it. */
  static final String[] PATHS = {"/v1/**", "/log/**", "/actuator/**", "/v3/**"};

  private final List<OpenPath> open;
  private final SecurityProblems problems;
  private final ClaimMap claims;
  private final RequestLimits limits;
  private final @Nullable RefusalFilter refusals;

  ApiRules(
      List<OpenPath> open,
      SecurityProblems problems,
      ClaimMap claims,
      RequestLimits limits,
      @Nullable RefusalFilter refusals) {
    this.open = open;
    this.problems = problems;
    this.claims = claims;
    this.limits = limits;
    this.refusals = refusals;
  }

  SecurityFilterChain apply(HttpSecurity http) {
    if (refusals != null) {
      http.addFilterAfter(refusals, SecurityContextHolderFilter.class);
    }
    return http.authorizeHttpRequests(this::authorise)
        .oauth2ResourceServer(tokens ->
            tokens
                .bearerTokenResolver(new BearerTokens())
                .jwt(jwt -> jwt.jwtAuthenticationConverter(this::caller))
                .authenticationEntryPoint(problems)
                .accessDeniedHandler(problems)
                .withObjectPostProcessor(failures()))
        .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .addFilterBefore(new LimitFilter(limits), AuthorizationFilter.class)
        .headers(ApiRules::headers)
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

  private CallerAuthentication caller(Jwt token) {
    var caller = claims.caller(token);
    boolean person = Office.named(caller.roles()).stream().anyMatch(Office::ofPeople);
    return new CallerAuthentication(person ? claims.person(token) : caller);
  }

  /** For browsers that are led here: what is answered is data and nothing else. */
  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(csp ->
            csp.policyDirectives("default-src 'none'; frame-ancestors 'none'; base-uri 'none'"))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .crossOriginResourcePolicy(
            resources -> resources.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
  }

  /** Without it a sign-in service that is away would end as an unexplained failure. */
  private ObjectPostProcessor<BearerTokenAuthenticationFilter> failures() {
    return new ObjectPostProcessor<>() {
      @Override
      public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
        filter.setAuthenticationFailureHandler(ApiRules.this::refuse);
        return filter;
      }
    };
  }

  /** Whoever tries tokens is counted like whoever has none. */
  private void refuse(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    long seconds = limits.ofAddress(request.getRemoteAddr());
    if (seconds == 0) {
      problems.commence(request, response, failure);
    } else {
      ProblemDocuments.tooOften(request, response, seconds);
    }
  }
}
