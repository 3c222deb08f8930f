package org.icsregistry.client;

/** How a system shows the sign-in service that it is the client it says it is. */
public sealed interface ClientProof permits ClientProof.Secret, ClientKey {

  /** A secret that both know (RFC 6749, section 2.3.1). */
  record Secret(String value) implements ClientProof {
    @Override
    public String toString() {
      return "Secret[…]";
    }
  }
}
