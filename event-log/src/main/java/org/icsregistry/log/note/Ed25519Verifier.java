package org.icsregistry.log.note;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Verifies signatures of type 01 (C2SP signed-note, Ed25519 signatures). */
public final class Ed25519Verifier implements NoteVerifier {
  private final VerifierKey key;
  private final SignatureCheck check;

  /**
   * @throws KeyException.UnsuitableType if the key is of another type
   * @throws KeyException.NotAKey if the key is not a point of the curve
   */
  public Ed25519Verifier(VerifierKey key) {
    checkType(key);
    this.key = key;
    this.check = new SignatureCheck(key);
  }

  static void checkType(VerifierKey key) {
    if (key.type() != KeyType.ED25519) {
      throw new KeyException.UnsuitableType(key.name(), key.type().code(), "01");
    }
  }

  @Override
  public VerifierKey key() {
    return key;
  }

  @Override
  public boolean verify(String text, byte[] signature) {
    return check.verify(text.getBytes(UTF_8), signature);
  }
}
