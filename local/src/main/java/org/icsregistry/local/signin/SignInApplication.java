package org.icsregistry.local.signin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Entry point of the sign-in service. */
@SpringBootApplication
@EnableConfigurationProperties(SignInSettings.class)
public class SignInApplication {

  /**
   * Starts the service; exit code {@value NotLocalException#EXIT_CODE} without the profile {@code
   * local}.
   */
  public static void main(String[] arguments) {
    var application = new SpringApplication(SignInApplication.class);
    application.setDefaultProperties(SignInSettings.DEFAULTS);
    application.addInitializers(NotLocalException::refuseUnlessLocal);
    application.run(arguments);
  }
}
