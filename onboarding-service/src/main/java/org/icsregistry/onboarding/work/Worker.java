package org.icsregistry.onboarding.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes steps while there is work, then waits to be woken or for a second: what other instances
 * leave behind is found without being told. A step that fails is tried again with growing pauses.
 */
public final class Worker implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final Duration GOODBYE = Duration.ofSeconds(20);

  private final String name;
  private final Step step;
  private final Semaphore calls = new Semaphore(0);
  private volatile boolean running;
  private final AtomicInteger failures = new AtomicInteger();
  private volatile Thread thread;

  /** One piece of work in a transaction of its own. */
  @FunctionalInterface
  public interface Step {
    /** Whether there may be more at once. */
    boolean take() throws InterruptedException;
  }

  public Worker(String name, Step step) {
    this.name = name;
    this.step = step;
    this.thread = thread();
  }

  /** Says that there is work now. */
  public void wake() {
    calls.release();
  }

  public String name() {
    return name;
  }

  /** How many steps in a row have failed. */
  public int failures() {
    return failures.get();
  }

  @Override
  public void start() {
    running = true;
    thread = thread();
    thread.start();
  }

  /** Ends after the step in hand; a step that waits for somebody else is interrupted in the end. */
  @Override
  public void stop() {
    running = false;
    wake();
    try {
      if (!thread.join(GOODBYE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private Thread thread() {
    return Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  private void run() {
    try {
      while (running) {
        next();
      }
    } catch (InterruptedException e) {
      LOG.debug("Worker {} is stopped in the middle of a step", name);
    }
  }

  private void next() throws InterruptedException {
    try {
      calls.drainPermits();
      boolean more = step.take();
      failures.set(0);
      if (!more) {
        pause(IDLE);
      }
    } catch (RuntimeException | Error e) { // the loop must outlive whatever a step meets
      int attempt = failures.incrementAndGet();
      LOG.error("Worker {} failed, attempt {}", name, attempt, e);
      var pause = Duration.ofMillis(100L << Math.min(attempt, 10));
      Thread.sleep(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
  }

  private void pause(Duration longest) throws InterruptedException {
    var _ = calls.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
  }
}
