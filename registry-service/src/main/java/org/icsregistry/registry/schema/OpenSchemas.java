package org.icsregistry.registry.schema;

import org.icsregistry.kit.security.OpenPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Schemas are for whoever wants to become a partner, so they are read without a token. */
@Configuration(proxyBeanMethods = false)
class OpenSchemas {

  @Bean
  OpenPath schemasWithoutToken() {
    return OpenPath.get("/v1/schemas/**");
  }
}
