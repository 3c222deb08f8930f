package org.icsregistry.log.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.icsregistry.log.Strict;
import org.jspecify.annotations.Nullable;

/**
 * A text with signatures (C2SP signed-note). Having one says nothing yet: the text counts only
 * after {@link #verify}.
 *
 * @param text what is signed, ending in a newline
 * @param signatures at least one
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  /** The most bytes a note may have, enough for some hundred post-quantum signatures. */
  public static final int MOST_BYTES = 1_000_000;

  /** The most signatures a note may have; the specification asks for 16 or more. */
  public static final int MOST_SIGNATURES = 100;

  /**
   * @throws NoteException if this cannot be a note, one subclass per defect
   */
  public SignedNote {
    signatures = List.copyOf(signatures);
    checkText(text);
    if (!text.endsWith("\n")) {
      throw new NoteException.UnfinishedText();
    }
    if (signatures.isEmpty()) {
      throw new NoteException.NoSignatures();
    }
    if (signatures.size() > MOST_SIGNATURES) {
      throw new NoteException.TooManySignatures(MOST_SIGNATURES);
    }
  }

  /**
   * Signs a text.
   *
   * @throws NoteException if the text cannot be that of a note
   */
  public static SignedNote sign(String text, NoteSigner... signers) {
    List<NoteSignature> signatures = new ArrayList<>();
    for (NoteSigner signer : signers) {
      signatures.add(signer.sign(text));
    }
    return new SignedNote(text, signatures);
  }

  /**
   * Reads a note in the order of the specification's section Format. Verifies nothing.
   *
   * @throws NoteException if the bytes are not a note, one subclass per defect
   */
  public static SignedNote parse(byte[] note) {
    if (note.length > MOST_BYTES) {
      throw new NoteException.TooLarge(note.length, MOST_BYTES);
    }
    String all = Strict.utf8(note).orElseThrow(NoteException.NotUtf8::new);
    checkText(all);
    // The text may have empty lines itself: the last one divides.
    int divide = all.lastIndexOf("\n\n");
    if (divide < 0 || divide + 2 == all.length() || !all.endsWith("\n")) {
      throw new NoteException.NoSignatures();
    }
    return new SignedNote(
        all.substring(0, divide + 1), signatures(all.substring(divide + 2, all.length() - 1)));
  }

  private static List<NoteSignature> signatures(String lines) {
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : lines.split("\n", -1)) {
      int number = signatures.size() + 1;
      if (number > MOST_SIGNATURES) {
        throw new NoteException.TooManySignatures(MOST_SIGNATURES);
      }
      signatures.add(
          NoteSignature.parse(line)
              .orElseThrow(() -> new NoteException.MalformedSignature(number)));
    }
    return signatures;
  }

  private static void checkText(String text) {
    if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new NoteException.ControlCharacter();
    }
  }

  /** The bytes of the note, as they are served and stored. */
  public byte[] bytes() {
    StringBuilder all = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> all.append(signature.line()));
    return all.toString().getBytes(UTF_8);
  }

  /** The same note with more signatures, for example those of witnesses. */
  public SignedNote with(List<NoteSignature> more) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    all.addAll(more);
    return new SignedNote(text, all);
  }

  /**
   * Checks the signatures by the rules of the specification's section Signatures: those of unknown
   * keys are ignored, one wrong signature of a known key rejects the note, and at least one known
   * key has to have signed.
   *
   * @param known the keys that are trusted
   * @return the signatures that were verified
   * @throws NoteException.WrongSignature if a signature of a known key does not fit
   * @throws NoteException.NoKnownSignature if no known key has signed
   * @throws KeyException.Ambiguous if two of the known keys have the same name and id
   */
  public List<NoteSignature> verify(Collection<? extends NoteVerifier> known) {
    List<NoteSignature> verified = knownSignatures(known);
    if (verified.isEmpty()) {
      throw new NoteException.NoKnownSignature();
    }
    return verified;
  }

  /**
   * {@link #verify} for keys that need not have signed, such as those of witnesses.
   *
   * @return the signatures that were verified, none if no known key has signed
   * @throws NoteException.WrongSignature if a signature of a known key does not fit
   * @throws KeyException.Ambiguous if two of the known keys have the same name and id
   */
  public List<NoteSignature> knownSignatures(Collection<? extends NoteVerifier> known) {
    Map<Identity, NoteVerifier> byIdentity = byIdentity(known);
    List<NoteSignature> verified = new ArrayList<>();
    for (NoteSignature signature : signatures) {
      @Nullable NoteVerifier verifier =
          byIdentity.get(new Identity(signature.name(), signature.keyId()));
      if (verifier == null) {
        continue;
      }
      if (!verifier.verify(text, signature.signature())) {
        throw new NoteException.WrongSignature(signature.name());
      }
      verified.add(signature);
    }
    return verified;
  }

  private record Identity(String name, int keyId) {}

  private static Map<Identity, NoteVerifier> byIdentity(Collection<? extends NoteVerifier> known) {
    Map<Identity, NoteVerifier> byIdentity = new HashMap<>();
    for (NoteVerifier verifier : known) {
      VerifierKey key = verifier.key();
      if (byIdentity.put(new Identity(key.name(), key.id()), verifier) != null) {
        throw new KeyException.Ambiguous(key.name());
      }
    }
    return byIdentity;
  }
}
