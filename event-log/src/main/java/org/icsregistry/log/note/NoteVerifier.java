package org.icsregistry.log.note;

/** A key that is known, and how its signatures are checked. */
public interface NoteVerifier {
  /** The key; signatures with its name and id are checked, all others ignored. */
  VerifierKey key();

  /**
   * Whether this is the key's signature of the text.
   *
   * @param text text of the note with its last newline
   * @param signature what follows the key id in the signature line
   */
  boolean verify(String text, byte[] signature);
}
