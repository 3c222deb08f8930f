package org.icsregistry.onboarding;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Follows the log, finds out what everybody's next step is, and takes those it may take itself. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@OpenAPIDefinition(
    info =
        @Info(
            title = "Onboarding",
            version = "1",
            description =
                "How far people are on the way into a role, what is missing, and whose turn it is."))
public class OnboardingService {

  public static void main(String[] arguments) {
    SpringApplication.run(OnboardingService.class, arguments);
  }
}
