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

/**
 * Seals and opens values as compact JWE, so that any language with a JOSE library can open what it
 * holds the key for.
 */
public final class SealedValues {

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
            .customParam("fld", field)
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

  /** Opens a value, or says that it is erased when the key is gone. */
  public static <T> Opened<T> open(Sealed<T> sealed, Class<T> type, KeySource keys) {
    try {
      var jwe = JWEObject.parse(sealed.jwe());
      Optional<SecretKey> key = keys.key(jwe.getHeader().getKeyID());
      if (key.isEmpty()) {
        return new Opened.Erased<>();
      }
      jwe.decrypt(new DirectDecrypter(key.get()));
      return new Opened.Known<>(Json.MAPPER.readValue(jwe.getPayload().toBytes(), type));
    } catch (ParseException e) {
      throw new SealingException(
          "Expected a compact JWE of " + type.getSimpleName() + "; it does not parse", e);
    } catch (JOSEException e) {
      throw new SealingException(
          "The sealed " + type.getSimpleName() + " does not open under the key it names", e);
    }
  }

  /** The id of the key that opens this value. */
  public static String keyId(Sealed<?> sealed) {
    try {
      return JWEObject.parse(sealed.jwe()).getHeader().getKeyID();
    } catch (ParseException e) {
      throw new SealingException("Expected a compact JWE; it does not parse", e);
    }
  }
}
