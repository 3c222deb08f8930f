package org.icsregistry.client;

import org.jspecify.annotations.Nullable;

/**
 * The registry or the sign-in service did not answer, or asked to come back later, for longer than
 * the caller's patience. Nothing is known about what was sent; sending it again under the same id
 * is safe.
 */
public final class RegistryUnavailableException extends RuntimeException {

  public RegistryUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
