package org.icsregistry.contracts.message;

/** Patterns of the identifiers that stand in messages; each becomes part of the JSON Schema. */
public final class Format {

  /** UUID in its canonical lower-case form. */
  public static final String UUID =
      "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";

  /** ODS code, or a charity's or company's register number where there is none. */
  public static final String ORGANISATION =
      "^([A-Z0-9]{3,6}|GB-CHC-[0-9]{6,8}|GB-COH-[A-Z0-9]{8})$";

  /** Role id: the owning organisation's code, a dot, the role's own code. */
  public static final String ROLE =
      "^([A-Z0-9]{3,6}|GB-CHC-[0-9]{6,8}|GB-COH-[A-Z0-9]{8})\\.[A-Z][A-Z0-9_]{1,39}$";

  /** Surge id: the declaring organisation's code and the surge's own, with SURGE between them. */
  public static final String SURGE =
      "^([A-Z0-9]{3,6}|GB-CHC-[0-9]{6,8}|GB-COH-[A-Z0-9]{8})\\.SURGE\\.[A-Z][A-Z0-9_]{1,39}$";

  /**
   * Programme id: the owning organisation's code and the programme's own, with PROGRAMME between.
   */
  public static final String PROGRAMME =
      "^([A-Z0-9]{3,6}|GB-CHC-[0-9]{6,8}|GB-COH-[A-Z0-9]{8})\\.PROGRAMME\\.[A-Z][A-Z0-9_]{1,29}$";

  /** A decimal number, exact: {@code 17.7}. */
  public static final String DECIMAL = "^-?[0-9]{1,12}(\\.[0-9]{1,3})?$";

  /** Postcode area or district: {@code M}, {@code M20}. */
  public static final String AREA = "^[A-Z]{1,2}([0-9][A-Z0-9]?)?$";

  /** Item code of a training subject. */
  public static final String CODE = "^[A-Z][A-Z0-9_]{1,39}$";

  /** A version label such as {@code 1.0} or {@code 2024-11}. */
  public static final String VERSION = "^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$";

  /**
   * One line of text. Control characters and halves of surrogate pairs are refused, because
   * PostgreSQL cannot hold them in text.
   */
  public static final String LINE = "^[^\\u0000-\\u001f\\u007f\\ud800-\\udfff]*$";

  /** Several lines of text, with the same characters refused. */
  public static final String TEXT = "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f\\ud800-\\udfff]*$";

  /** An address for electronic mail, as far as a pattern can tell. */
  public static final String EMAIL =
      "^[^@\\s\\u0000-\\u001f\\u007f\\ud800-\\udfff]+@[^@\\s\\u0000-\\u001f\\u007f\\ud800-\\udfff]+$";

  /** Who did something, in the organisation's own pseudonyms; never a name or an e-mail address. */
  public static final String PSEUDONYM = "^[A-Za-z0-9._:-]{1,64}$";

  /** The id a partner gives a signing key. */
  public static final String KEY_ID = "^[A-Za-z0-9._-]{1,40}$";

  /** Compact JWS (RFC 7515). */
  public static final String JWS = "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$";

  private static final int UUID_LENGTH = 36;

  private Format() {}

  /** Whether a text is a {@link #UUID}; every command and every event asks several times. */
  public static boolean isUuid(String text) {
    if (text.length() != UUID_LENGTH) {
      return false;
    }
    for (int i = 0; i < UUID_LENGTH; i++) {
      char c = text.charAt(i);
      boolean fits =
          switch (i) {
            case 8, 13, 18, 23 -> c == '-';
            default -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
