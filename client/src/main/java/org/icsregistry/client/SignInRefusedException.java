package org.icsregistry.client;

/** The sign-in service or the registry does not accept this client; trying again does not help. */
public final class SignInRefusedException extends RuntimeException {

  public SignInRefusedException(String message) {
    super(message);
  }
}
