package org.icsregistry.local.signin;

import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;

/**
 * Everybody can work out the secrets of this service, so it must never answer for a system that
 * holds real people's data.
 */
final class NotLocalException extends RuntimeException implements ExitCodeGenerator {

  /** {@code EX_CONFIG} of sysexits.h. */
  static final int EXIT_CODE = 78;

  static final String ACTION =
      "On a development machine set SPRING_PROFILES_ACTIVE=local. In production configure your own identity provider as issuer.";

  private NotLocalException() {
    super(
        "The local sign-in service hands out tokens for well-known secrets and starts only with the profile 'local', which is not"
            + " active.");
  }

  static void refuseUnlessLocal(ConfigurableApplicationContext context) {
    if (!context.getEnvironment().acceptsProfiles(Profiles.of("local"))) {
      throw new NotLocalException();
    }
  }

  @Override
  public int getExitCode() {
    return EXIT_CODE;
  }
}
