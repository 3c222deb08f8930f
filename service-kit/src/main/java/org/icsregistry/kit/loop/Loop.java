package org.icsregistry.kit.loop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private final String name;
  private final Duration patience;
  private final Semaphore woken = new Semaphore(0);
  private final AtomicInteger failures = new AtomicInteger();
  private volatile CountDownLatch stopping = new CountDownLatch(0);
  private Thread thread = new Thread();

  /**
   * @param name of the thread
   */
  protected Loop(String name) {
    this(name, PATIENCE);
  }

  /**
   * @param patience how long the work may take to hear that it is to stop, and again how long to
   *     hear an interrupt
   */
  Loop(String name, Duration patience) {
    this.name = name;
    this.patience = patience;
  }

  /**
   * One step, or many for as long as {@link #isRunning}; called again when it returns. One that
   * fails is called again with growing pauses.
   */
  protected abstract void work() throws InterruptedException;

  public final String name() {
    return name;
  }

  /** How many times in a row the work has failed. */
  public final int failures() {
    return failures.get();
  }

  @Override
  public void start() {
    stopping = new CountDownLatch(1);
    thread = Thread.ofPlatform().daemon().name(name).start(this::run);
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
      failures.set(0);
    } catch (InterruptException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      int attempt = failures.incrementAndGet();
      LOG.error("{} met a fault, and tries again; attempt {}", name, attempt, e);
      pause(pauseAfter(attempt));
    }
  }

  /** Doubles with each failure in a row. */
  static Duration pauseAfter(int failures) {
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  /** Whether the work is to go on. */
  @Override
  public final boolean isRunning() {
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
  public final void wake() {
    woken.release();
  }

  /** Returns once the work has ended, unless it hears nothing at all. */
  @Override
  public void stop() {
    stopping.countDown();
    wake();
    try {
      if (thread.join(patience)) {
        return;
      }
      thread.interrupt();
      if (!thread.join(patience)) {
        LOG.warn("{} does not stop; it ends with the process", name);
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
