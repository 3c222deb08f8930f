package org.icsregistry.kit.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.icsregistry.kit.security.Caller;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The token as security scheme and problems as answers; the caller is no parameter. */
@AutoConfiguration
public class KitOpenApiAutoConfiguration {

  private static final String TOKEN = "token";

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  @Bean
  GlobalOpenApiCustomizer tokenScheme() {
    return KitOpenApiAutoConfiguration::addToken;
  }

  @Bean
  ProblemAnswers problemAnswers() {
    return new ProblemAnswers();
  }

  private static void addToken(OpenAPI document) {
    if (document.getComponents() == null) {
      document.components(new Components());
    }
    document
        .getComponents()
        .addSecuritySchemes(
            TOKEN,
            new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("Access token of the sign-in service for ics-volunteer-registry"));
    document.addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }
}
