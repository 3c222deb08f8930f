package org.icsregistry.registry.keys;

/** A value was sealed with a key that was destroyed before it could be stored. */
public final class KeyDestroyedException extends RuntimeException {

  KeyDestroyedException() {
    super("Expected every key of the batch to be there, found one destroyed meanwhile");
  }
}
