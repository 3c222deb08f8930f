package org.icsregistry.auditor.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fetches some things ahead of whoever uses them, and hands them out in their order. For one
 * thread.
 */
public final class Ahead<T> implements AutoCloseable {
  private static final int DEPTH = 24;
  private static final int THREADS = 6;

  private final Iterator<Callable<T>> tasks;
  private final Deque<Future<T>> running = new ArrayDeque<>();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS, work -> Thread.ofPlatform().daemon().name("fetch").unstarted(work));

  /**
   * @param tasks what to fetch, taken a few at a time
   */
  public Ahead(Iterator<Callable<T>> tasks) {
    this.tasks = tasks;
  }

  /** The next thing; empty after the last one. */
  public Optional<T> next() {
    while (running.size() < DEPTH && tasks.hasNext()) {
      running.add(threads.submit(tasks.next()));
    }
    return running.isEmpty() ? Optional.empty() : Optional.of(answer(running.remove()));
  }

  private static <T> T answer(Future<T> fetched) {
    try {
      return fetched.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new SourceException("Expected to read on, got " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceException("Interrupted while reading", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
