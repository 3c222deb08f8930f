package org.icsregistry.registry;

import java.time.Clock;
import org.icsregistry.kit.keys.KitKeysAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The registry: takes commands, decides them, appends events to the one log. */
// The registry owns the keys that the other services ask it for, whatever client the environment
// names.
@SpringBootApplication(exclude = KitKeysAutoConfiguration.class)
public class RegistryService {

  public static void main(String[] args) {
    SpringApplication.run(RegistryService.class, args);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
