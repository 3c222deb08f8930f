package org.icsregistry.registry.loop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A thread that goes on until it is asked to stop. It is asked first and interrupted only when it
 * does not hear: an interrupt in the middle of a Kafka transaction leaves that transaction open
 * until the broker gives it up, and everybody who reads the topic waits as long.
 */
public final class Loop {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String name;
  private volatile CountDownLatch stopping = new CountDownLatch(0);
  private Thread thread = new Thread();

  /**
   * @param name of the thread
   */
  public Loop(String name) {
    this.name = name;
  }

  public void start(Runnable work) {
    stopping = new CountDownLatch(1);
    thread = Thread.ofPlatform().name(name).start(work);
  }

  /** Whether the work is to go on. */
  public boolean running() {
    return stopping.getCount() > 0;
  }

  /** Waits, but not beyond a request to stop. */
  public void pause(Duration time) throws InterruptedException {
    boolean _ = stopping.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Returns once the work has ended. */
  public void stop() {
    stopping.countDown();
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
