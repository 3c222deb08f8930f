package org.icsregistry.kit.security;

import java.time.Clock;
import java.util.List;
import org.icsregistry.kit.limit.BodyLimit;
import org.icsregistry.kit.limit.LimitProperties;
import org.icsregistry.kit.limit.RequestLimits;
import org.icsregistry.kit.oversight.RefusalFilter;
import org.icsregistry.kit.oversight.Refusals;
import org.icsregistry.kit.problem.KitProblemAutoConfiguration;
import org.icsregistry.kit.problem.SecurityProblems;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Token check for everything that systems call. A service without a {@link SecurityFilterChain} of
 * its own is covered whole; a service with pages declares a chain for them (any order after 100)
 * and keeps this one for {@code /v1}, {@code /log}, {@code /actuator} and {@code /v3}.
 */
@AutoConfiguration(
    after = KitProblemAutoConfiguration.class,
    before = {
      OAuth2ResourceServerAutoConfiguration.class,
      UserDetailsServiceAutoConfiguration.class,
      ServletWebSecurityAutoConfiguration.class
    })
@EnableConfigurationProperties({SignInProperties.class, LimitProperties.class})
public class KitSecurityAutoConfiguration {

  /** Before chains for pages, which usually match everything. */
  public static final int API_CHAIN_ORDER = 100;

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnMissingBean
  JwtDecoder tokenDecoder(SignInProperties signIn, Clock clock) {
    return new TokenDecoder(
        new SupplierJwtDecoder(() -> IssuerTokens.decoder(signIn.issuer())), clock);
  }

  @Bean
  @ConditionalOnMissingBean
  RequestLimits requestLimits(LimitProperties limits) {
    return new RequestLimits(limits);
  }

  @Bean
  ApiRules apiRules(
      ObjectProvider<OpenPath> open,
      SecurityProblems problems,
      SignInProperties signIn,
      RequestLimits limits,
      ObjectProvider<Refusals> refusals) {
    var known = refusals.getIfAvailable();
    return new ApiRules(
        open.orderedStream().toList(),
        problems,
        signIn.claims(),
        limits,
        known == null ? null : new RefusalFilter(known));
  }

  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimit() {
    var filter = new FilterRegistrationBean<>(new BodyLimit());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return filter;
  }

  /**
   * Requests as a whole are measured; an observation around each filter costs more than the filter.
   */
  @Bean
  @ConditionalOnMissingBean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  WebMvcConfigurer callerArguments() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
      }
    };
  }

  @Bean
  @Order(API_CHAIN_ORDER)
  SecurityFilterChain apiSecurity(HttpSecurity http, ApiRules rules, ListableBeanFactory beans) {
    boolean alone = beans.getBeanNamesForType(SecurityFilterChain.class, true, false).length == 1;
    return rules.apply(alone ? http : http.securityMatcher(ApiRules.PATHS));
  }
}
