package org.icsregistry.contracts.sealing;

import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Where data keys come from: the registry's own table, or its key endpoint for services that may
 * open.
 */
public interface KeySource {

  /** The AES-256 key of this id; empty when it was destroyed or never existed. */
  Optional<SecretKey> key(String kid);
}
