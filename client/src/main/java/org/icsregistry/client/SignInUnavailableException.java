package org.icsregistry.client;

import org.jspecify.annotations.Nullable;

/** The sign-in service gave no token this time. */
public final class SignInUnavailableException extends RuntimeException {

  SignInUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
