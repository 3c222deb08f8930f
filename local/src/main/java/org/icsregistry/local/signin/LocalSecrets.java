package org.icsregistry.local.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Client secrets as they are: they follow from the client id, so hashing them would cost time and
 * protect nothing.
 */
final class LocalSecrets implements PasswordEncoder {

  @Override
  public @Nullable String encode(@Nullable CharSequence secret) {
    return secret == null ? null : secret.toString();
  }

  @Override
  public boolean matches(@Nullable CharSequence given, @Nullable String expected) {
    return given != null
        && expected != null
        && MessageDigest.isEqual(given.toString().getBytes(UTF_8), expected.getBytes(UTF_8));
  }
}
