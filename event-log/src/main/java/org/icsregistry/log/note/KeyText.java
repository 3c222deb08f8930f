package org.icsregistry.log.note;

import java.util.Arrays;
import java.util.Optional;
import org.icsregistry.log.Strict;

/**
 * {@code name+id+base64(type ‖ material)}, the form of verifier keys and, after a prefix, of
 * signing keys.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeyText(String name, String id, KeyType type, byte[] material) {
  /**
   * Empty if the text is not of that form; an exception if it is, and its name or type cannot be
   * used.
   */
  static Optional<KeyText> parse(String text) {
    // Base64 may have plus signs in it: only the first two divide.
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3 || !parts[1].matches("[0-9a-f]{8}")) {
      return Optional.empty();
    }
    return Strict.base64(parts[2])
        .filter(typed -> typed.length > 0)
        .map(typed ->
            new KeyText(KeyName.check(parts[0]), parts[1], type(parts[0], typed), material(typed)));
  }

  static String format(VerifierKey key, byte[] material) {
    byte[] typed = new byte[1 + material.length];
    typed[0] = key.type().code();
    System.arraycopy(material, 0, typed, 1, material.length);
    return key.name() + "+" + key.idText() + "+" + Strict.base64(typed);
  }

  void checkId(VerifierKey key) {
    if (!id.equals(key.idText())) {
      throw new KeyException.WrongKeyId(name, id, key.idText());
    }
  }

  private static KeyType type(String name, byte[] typed) {
    return KeyType.of(typed[0])
        .orElseThrow(() -> new KeyException.UnsuitableType(name, typed[0], "01, 04 or 06"));
  }

  private static byte[] material(byte[] typed) {
    return Arrays.copyOfRange(typed, 1, typed.length);
  }
}
