package org.icsregistry.contracts.signature;

/** A signature that cannot be read or does not say what it has to; the message says why. */
public final class SignatureException extends RuntimeException {

  private final SignatureDefect defect;

  public SignatureException(SignatureDefect defect, String message) {
    super(message);
    this.defect = defect;
  }

  public SignatureDefect defect() {
    return defect;
  }
}
