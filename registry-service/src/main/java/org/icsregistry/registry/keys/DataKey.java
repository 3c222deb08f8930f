package org.icsregistry.registry.keys;

import java.util.concurrent.atomic.AtomicBoolean;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.SealingKey;

/**
 * A person's data key. New ones are stored in the same transaction as the first event that they
 * seal.
 */
public final class DataKey {

  private final SealingKey key;
  private final String subject;
  private final Category category;
  private final Wrapped wrapped;
  private final AtomicBoolean stored;

  DataKey(SealingKey key, String subject, Category category, Wrapped wrapped, boolean stored) {
    this.key = key;
    this.subject = subject;
    this.category = category;
    this.wrapped = wrapped;
    this.stored = new AtomicBoolean(stored);
  }

  public SealingKey key() {
    return key;
  }

  String subject() {
    return subject;
  }

  Category category() {
    return category;
  }

  Wrapped wrapped() {
    return wrapped;
  }

  public boolean stored() {
    return stored.get();
  }

  void markStored() {
    stored.set(true);
  }
}
