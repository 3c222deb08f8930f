package org.icsregistry.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;

/** Readings of which each value has exactly one spelling. The JDK's own accept several. */
public final class Strict {
  // Every long has at most 19 digits.
  private static final int MOST_DIGITS = 19;

  private Strict() {}

  /**
   * Standard Base64 (RFC 4648 section 4), padded, with pad bits zero, without line breaks;
   * otherwise empty.
   */
  public static Optional<byte[]> base64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return base64(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Standard Base64, padded. */
  public static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * A decimal number of 0 or more that fits a long, ASCII digits only, without leading zeros;
   * otherwise empty.
   */
  public static OptionalLong decimal(String text) {
    boolean digitsOnly = text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digitsOnly
        || text.isEmpty()
        || text.length() > MOST_DIGITS
        || (text.length() > 1 && text.startsWith("0"))) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException beyondLong) {
      return OptionalLong.empty();
    }
  }

  /** The text of bytes that are valid UTF-8 (RFC 3629); otherwise empty. */
  public static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }
}
