package org.icsregistry.registry.keys;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * A keeper of key-encryption keys: files, or a service that never lets them out. Each has a name,
 * and one of them wraps what is new.
 */
interface KeyEncryption {

  /** Name of the key that wraps from now on. */
  String current();

  /** Name of a key that has to be there soon and is not. */
  default Optional<String> missingSoon() {
    return Optional.empty();
  }

  /** Whether a key of this name is here. */
  boolean has(String kek);

  /**
   * Wraps keys under the current one, bound to their ids.
   *
   * @param keys by id
   * @throws org.icsregistry.contracts.problem.Refusal 503 when the keeper cannot be reached
   */
  List<Wrapped> wrap(Map<String, SecretKey> keys);

  /**
   * The keys by id.
   *
   * @throws IllegalStateException when one was not wrapped by the key it names, or for another id
   * @throws org.icsregistry.contracts.problem.Refusal 503 when the keeper cannot be reached
   */
  Map<String, SecretKey> unwrap(Collection<Wrapped> keys);
}
