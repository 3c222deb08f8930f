package org.icsregistry.kit.keys;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.icsregistry.kit.security.KitSecurityAutoConfiguration;
import org.icsregistry.kit.security.SignInProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Keys for a service that has a client of its own at the sign-in service. */
@AutoConfiguration(after = KitSecurityAutoConfiguration.class)
@ConditionalOnProperty("registry.client.id")
@EnableConfigurationProperties(RegistryAccess.class)
public class KitKeysAutoConfiguration {

  // A batch of the log waits this long inside its transaction; then it is rolled back and comes
  // again.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Bean
  KeyEndpoint keyEndpoint(RegistryAccess registry, SignInProperties signIn) {
    return new KeyEndpoint(registry.settings(signIn, PATIENCE));
  }

  @Bean
  @ConditionalOnMissingBean
  RegistryKeys registryKeys(KeyEndpoint endpoint) {
    return new RegistryKeys(endpoint, Ticker.systemTicker());
  }
}
