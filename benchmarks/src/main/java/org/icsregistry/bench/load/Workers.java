package org.icsregistry.bench.load;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.icsregistry.bench.BenchException;

/** Threads of a load. */
public final class Workers {

  private Workers() {}

  /**
   * Runs all at once, each on a thread of its own, and waits for them; passes on the first failure.
   */
  public static void run(Collection<? extends Runnable> tasks) {
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      for (var running : tasks.stream().map(threads::submit).toList()) {
        running.get();
      }
    } catch (ExecutionException e) {
      throw new BenchException("A worker failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted", e);
    }
  }
}
