package org.icsregistry.kit.loop;

import java.time.Duration;

/**
 * Takes steps while there is work, then waits to be woken or for a second: what other instances
 * leave behind is found without being told.
 */
public final class Worker extends Loop {

  private static final Duration IDLE = Duration.ofSeconds(1);

  private final Step step;

  /** One piece of work in a transaction of its own. */
  @FunctionalInterface
  public interface Step {
    /** Whether there may be more at once. */
    boolean take() throws InterruptedException;
  }

  /**
   * @param name of the thread
   */
  public Worker(String name, Step step) {
    super(name);
    this.step = step;
  }

  @Override
  protected void work() throws InterruptedException {
    if (!step.take()) {
      pauseUnlessWoken(IDLE);
    }
  }
}
