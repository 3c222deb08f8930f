package org.icsregistry.contracts.sealing;

import java.util.Optional;

/**
 * What came out of opening a {@link Sealed} value. Erased is an answer, not a failure, so that
 * replays work for ever.
 */
public sealed interface Opened<T> {

  record Known<T>(T value) implements Opened<T> {
    @Override
    public String toString() {
      return "Known[…]";
    }
  }

  record Erased<T>() implements Opened<T> {}

  /** The value, or empty when the person's key is gone. */
  default Optional<T> toOptional() {
    return switch (this) {
      case Known<T>(T value) -> Optional.of(value);
      case Erased<T>() -> Optional.empty();
    };
  }
}
