package org.icsregistry.log.note;

import java.util.regex.Pattern;

/**
 * C2SP signed-note, Format: a key name is not empty and has no Unicode spaces and no plus; a note
 * has no control characters.
 */
final class KeyName {
  private static final Pattern FORBIDDEN = Pattern.compile("[\\p{IsWhite_Space}+\\x00-\\x1f]");

  private KeyName() {}

  static boolean isValid(String name) {
    return !name.isEmpty() && !FORBIDDEN.matcher(name).find();
  }

  static String check(String name) {
    if (!isValid(name)) {
      throw new KeyException.MalformedName();
    }
    return name;
  }
}
