package org.icsregistry.log.tree;

import org.icsregistry.log.LogException;

/**
 * A size and the stored subtree roots cannot belong to one tree, or something that is not a hash
 * was appended.
 */
public final class MalformedFrontierException extends LogException {
  MalformedFrontierException(String message) {
    super(message);
  }
}
