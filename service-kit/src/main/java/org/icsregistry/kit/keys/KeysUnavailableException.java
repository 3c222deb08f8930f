package org.icsregistry.kit.keys;

import org.jspecify.annotations.Nullable;

/**
 * The registry did not hand out keys this time. A temporary failure: it says nothing about whether
 * a key was destroyed.
 */
public final class KeysUnavailableException extends RuntimeException {

  KeysUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
