package org.icsregistry.contracts.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.icsregistry.contracts.envelope.Json;
import tools.jackson.core.JacksonException;

/**
 * Seals and opens values as compact JWE, so that any language with a JOSE library can open what it
 * holds the key for.
 */
public final class SealedValues {

  private SealedValues() {}

  /**
   * Seals JSON text.
   *
   * @param field command and component, {@code RecordCheck.finding}; bound into the ciphertext
   * @param commandId the command that brought the value; bound into the ciphertext
   */
  public static <T> Sealed<T> seal(SealingKey key, String field, String commandId, String json) {
    var header = new CompactJwe.Header(key.kid(), field, commandId);
    try {
      return new Sealed<>(CompactJwe.seal(header, key.key(), json.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new SealingException("The value of " + field + " could not be sealed", e);
    }
  }

  /**
   * Opens a value, or says that it is erased when the key is gone.
   *
   * @param component name of the record component it stands in, {@code finding}; a value sealed for
   *     another one is refused
   */
  public static <T> Opened<T> open(
      Sealed<T> sealed, String component, Class<T> type, KeySource keys) {
    var jwe = CompactJwe.parse(sealed.jwe());
    var field = jwe.header().fld();
    if (field == null || !field.endsWith("." + component)) {
      throw new SealingException(
          "Expected a value sealed for a component "
              + component
              + ", got one sealed for another; it was moved");
    }
    return open(jwe, type, keys);
  }

  /** Opens a value wherever it stands, or says that it is erased when the key is gone. */
  public static <T> Opened<T> open(Sealed<T> sealed, Class<T> type, KeySource keys) {
    return open(CompactJwe.parse(sealed.jwe()), type, keys);
  }

  private static <T> Opened<T> open(CompactJwe jwe, Class<T> type, KeySource keys) {
    Optional<SecretKey> key = keys.key(keyId(jwe.header()));
    if (key.isEmpty()) {
      return new Opened.Erased<>();
    }
    try {
      return new Opened.Known<>(Json.MAPPER.readValue(jwe.open(key.get()), type));
    } catch (GeneralSecurityException e) {
      throw new SealingException(
          "The sealed " + type.getSimpleName() + " does not open under the key it names", e);
    } catch (JacksonException e) {
      // The cause would quote the value.
      throw new SealingException(
          "Expected a sealed " + type.getSimpleName() + ", got JSON that is none");
    }
  }

  /** The id of the key that opens this value. */
  public static String keyId(Sealed<?> sealed) {
    return keyId(CompactJwe.headerOf(sealed.jwe()));
  }

  private static String keyId(CompactJwe.Header header) {
    var kid = header.kid();
    if (kid == null) {
      throw new SealingException("Expected a JWE that names its key, got one without kid");
    }
    return kid;
  }

  /** The id of the command that brought this value. */
  public static String commandId(Sealed<?> sealed) {
    var cmd = CompactJwe.headerOf(sealed.jwe()).cmd();
    if (cmd == null) {
      throw new SealingException("Expected a JWE that names its command, got one without cmd");
    }
    return cmd;
  }
}
