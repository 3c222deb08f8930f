package org.icsregistry.registry.publish;

/** The topics and the store contradict each other; somebody has to look before anything goes on. */
public final class ContradictionException extends RuntimeException {

  private static final String REMEDY =
      " Stop the registry and complete the database first: restore a newer backup, or the missing entries from the topic";

  /**
   * @param found what contradicts what, as a sentence
   */
  public ContradictionException(String found) {
    super(found + REMEDY);
  }
}
