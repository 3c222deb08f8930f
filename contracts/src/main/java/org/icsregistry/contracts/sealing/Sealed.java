package org.icsregistry.contracts.sealing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A value that only holders of the person's key can read.
 *
 * @param jwe compact JWE (RFC 7516), {@code alg=dir}, {@code enc=A256GCM}; its protected header
 *     names the key ({@code kid}), the field ({@code fld}) and the command ({@code cmd}) it was
 *     sealed for, and cannot be changed without the key; the opener compares the field, so that
 *     ciphertext cannot be moved
 * @param <T> what is inside, as JSON
 */
@SuppressWarnings("UnusedTypeParameter") // says what is inside; the schema and the opener read it
public record Sealed<T>(@JsonValue String jwe) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Sealed {}

  /** Masked, because log lines and exceptions print their arguments. */
  @Override
  public String toString() {
    return "Sealed[…]";
  }
}
