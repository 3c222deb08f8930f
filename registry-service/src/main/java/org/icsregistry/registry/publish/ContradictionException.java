package org.icsregistry.registry.publish;

/**
 * The topic and the store contradict each other; somebody has to look before publishing goes on.
 */
final class ContradictionException extends RuntimeException {

  ContradictionException(String message) {
    super(message);
  }
}
