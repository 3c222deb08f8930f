package org.icsregistry.registry.store;

import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * Ids of messages inside the process. They are never stored: an event gets its id when it is
 * appended, a command has its sender's. Random ones, which Axon would make, cost a call of the
 * random generator for each of several messages per command.
 */
public final class MessageIds extends IdentifierFactory {

  private final AtomicLong last = new AtomicLong();

  @Override
  public String generateIdentifier() {
    return Long.toString(last.incrementAndGet());
  }
}
