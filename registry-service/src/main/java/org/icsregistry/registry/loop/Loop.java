package org.icsregistry.registry.loop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work that goes on, on a thread of its own, while the service runs. It is asked to stop first and
 * interrupted only when it does not hear: an interrupt in the middle of a Kafka transaction leaves
 * that transaction open until the broker gives it up, and everybody who reads the topic waits as
 * long.
 */
public abstract class Loop implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);

  private final String name;
  private final Semaphore woken = new Semaphore(0);
  private volatile CountDownLatch stopping = new CountDownLatch(0);
  private Thread thread = new Thread();

  /**
   * @param name of the thread
   */
  protected Loop(String name) {
    this.name = name;
  }

  /** Goes on for as long as {@link #isRunning}. */
  protected abstract void work() throws InterruptedException;

  @Override
  public void start() {
    stopping = new CountDownLatch(1);
    thread = Thread.ofPlatform().name(name).start(this::run);
  }

  private void run() {
    try {
      while (isRunning()) {
        attempt();
      }
    } catch (InterruptedException | InterruptException e) {
      LOG.info("{} was interrupted; what is missing is done at the next start", name);
    }
  }

  /** The loop must outlive whatever its work meets. */
  private void attempt() throws InterruptedException {
    try {
      work();
    } catch (InterruptException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      LOG.error("{} met a fault of ours, and tries again", name, e);
      pause(PAUSE_AFTER_FAULT);
    }
  }

  /** Whether the work is to go on. */
  @Override
  public boolean isRunning() {
    return stopping.getCount() > 0;
  }

  /** Waits, but not beyond a request to stop. */
  protected final void pause(Duration time) throws InterruptedException {
    boolean _ = stopping.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Waits, but not when woken since the last time, or beyond that. */
  protected final void pauseUnlessWoken(Duration time) throws InterruptedException {
    boolean _ = woken.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS);
    woken.drainPermits();
  }

  /** There is something to do. */
  protected final void wake() {
    woken.release();
  }

  /** Returns once the work has ended. */
  @Override
  public void stop() {
    stopping.countDown();
    wake();
    try {
      if (!thread.join(PATIENCE)) {
        thread.interrupt();
        thread.join();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
