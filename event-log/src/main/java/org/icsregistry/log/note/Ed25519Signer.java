package org.icsregistry.log.note;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Signs the text of notes with Ed25519, type 01 (C2SP signed-note, Ed25519 signatures). */
public final class Ed25519Signer implements NoteSigner {
  private final SigningKey key;

  /**
   * @throws KeyException.UnsuitableType if the key is of another type
   */
  public Ed25519Signer(SigningKey key) {
    Ed25519Verifier.checkType(key.verifierKey());
    this.key = key;
  }

  @Override
  public VerifierKey key() {
    return key.verifierKey();
  }

  @Override
  public NoteSignature sign(String text) {
    return new NoteSignature(key().name(), key().id(), key.sign(text.getBytes(UTF_8)));
  }
}
