package org.icsregistry.log.note;

/** A key that signs the text of notes. */
public interface NoteSigner {
  /** The key with which others verify. */
  VerifierKey key();

  /** The signature of a text that ends in a newline. */
  NoteSignature sign(String text);
}
