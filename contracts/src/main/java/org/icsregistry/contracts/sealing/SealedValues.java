package org.icsregistry.contracts.sealing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.icsregistry.contracts.envelope.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Seals and opens values as compact JWE, so that any language with a JOSE library can open what it
 * holds the key for.
 */
public final class SealedValues {

  private static final String FIELD = "fld";

  private SealedValues() {}

  /**
   * Seals JSON text.
   *
   * @param field message and component, {@code CheckRecorded.finding}; bound into the ciphertext
   * @param commandId the command that brought the value; bound into the ciphertext
   */
  public static <T> Sealed<T> seal(SealingKey key, String field, String commandId, String json) {
    var header =
        new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
            .keyID(key.kid())
            .customParam(FIELD, field)
            .customParam("cmd", commandId)
            .build();
    var jwe = new JWEObject(header, new Payload(json));
    try {
      jwe.encrypt(new DirectEncrypter(key.key()));
    } catch (JOSEException e) {
      throw new SealingException("The value of " + field + " could not be sealed", e);
    }
    return new Sealed<>(jwe.serialize());
  }

  /**
   * Opens a value, or says that it is erased when the key is gone.
   *
   * @param component name of the record component it stands in, {@code finding}; a value sealed for
   *     another one is refused
   */
  public static <T> Opened<T> open(
      Sealed<T> sealed, String component, Class<T> type, KeySource keys) {
    var jwe = parse(sealed);
    if (!(jwe.getHeader().getCustomParam(FIELD) instanceof String field)
        || !field.endsWith("." + component)) {
      throw new SealingException(
          "Expected a value sealed for a component "
              + component
              + ", got one sealed for another; it was moved");
    }
    return open(jwe, type, keys);
  }

  /** Opens a value wherever it stands, or says that it is erased when the key is gone. */
  public static <T> Opened<T> open(Sealed<T> sealed, Class<T> type, KeySource keys) {
    return open(parse(sealed), type, keys);
  }

  private static <T> Opened<T> open(JWEObject jwe, Class<T> type, KeySource keys) {
    Optional<SecretKey> key = keys.key(keyId(jwe));
    if (key.isEmpty()) {
      return new Opened.Erased<>();
    }
    try {
      jwe.decrypt(new DirectDecrypter(key.get()));
    } catch (JOSEException e) {
      throw new SealingException(
          "The sealed " + type.getSimpleName() + " does not open under the key it names", e);
    }
    try {
      return new Opened.Known<>(Json.MAPPER.readValue(jwe.getPayload().toBytes(), type));
    } catch (JacksonException e) {
      // The cause would quote the value.
      throw new SealingException(
          "Expected a sealed " + type.getSimpleName() + ", got JSON that is none");
    }
  }

  /** The id of the key that opens this value. */
  public static String keyId(Sealed<?> sealed) {
    return keyId(parse(sealed));
  }

  private static String keyId(JWEObject jwe) {
    @Nullable String kid = jwe.getHeader().getKeyID();
    if (kid == null) {
      throw new SealingException("Expected a JWE that names its key, got one without kid");
    }
    return kid;
  }

  private static JWEObject parse(Sealed<?> sealed) {
    try {
      return JWEObject.parse(sealed.jwe());
    } catch (ParseException | RuntimeException e) {
      // The library answers a header without enc with a NullPointerException.
      throw new SealingException("Expected a compact JWE; it does not parse", e);
    }
  }
}
