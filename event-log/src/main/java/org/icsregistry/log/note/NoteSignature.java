package org.icsregistry.log.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.icsregistry.log.Strict;

/**
 * One signature line of a note (C2SP signed-note, Signatures), not verified by itself.
 *
 * @param name name of the key
 * @param keyId first four bytes of its hash
 * @param signature what its type puts there; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // equality by content is below
public record NoteSignature(String name, int keyId, byte[] signature) {
  private static final String DASH = "\u2014 ";
  private static final int ID_BYTES = 4;

  /**
   * @throws KeyException.MalformedName if the name cannot be that of a key
   */
  public NoteSignature {
    KeyName.check(name);
  }

  /** Reads a line without its newline; empty if it is not a signature line. */
  static Optional<NoteSignature> parse(String line) {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      return Optional.empty();
    }
    String name = line.substring(DASH.length(), space);
    return Strict.base64(line.substring(space + 1))
        .filter(bytes -> bytes.length > ID_BYTES && KeyName.isValid(name))
        .map(bytes -> of(name, bytes));
  }

  private static NoteSignature of(String name, byte[] bytes) {
    return new NoteSignature(
        name, ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
  }

  /** The line as it stands in a note, with its newline. */
  public String line() {
    byte[] bytes =
        ByteBuffer.allocate(ID_BYTES + signature.length).putInt(keyId).put(signature).array();
    return DASH + name + " " + Strict.base64(bytes) + "\n";
  }

  /** Whether this key is the one the line names. */
  public boolean isBy(VerifierKey key) {
    return keyId == key.id() && name.equals(key.name());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteSignature that
        && keyId == that.keyId
        && name.equals(that.name)
        && Arrays.equals(signature, that.signature);
  }

  @Override
  public int hashCode() {
    return 31 * keyId + Arrays.hashCode(signature);
  }

  @Override
  public String toString() {
    return "NoteSignature[%s+%s]".formatted(name, HexFormat.of().toHexDigits(keyId));
  }
}
