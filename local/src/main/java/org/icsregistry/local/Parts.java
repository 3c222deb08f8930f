package org.icsregistry.local;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All parts that run: knows when the first one dies, and stops them tier by tier. */
final class Parts {

  private final Queue<Part> running = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<PartDied> firstDeath = new CompletableFuture<>();

  // Many parts start at once; stopping waits for starts under way, so that none is forgotten, and
  // lets no new one in.
  private final ReadWriteLock startsAndStop = new ReentrantReadWriteLock(true);
  private volatile boolean stopping;

  /**
   * Starts a part and watches it.
   *
   * @throws Refusal if the system is already being stopped
   */
  <P extends Part> P start(Supplier<P> starter) {
    P part = run(starter);
    var _ = part.ended().thenAccept(how -> died(part, how));
    return part;
  }

  /**
   * Starts a part without which the system goes on.
   *
   * @param whenItDies gets a sentence about how it ended, unless the system is being stopped
   */
  <P extends Part> P startDispensable(Supplier<P> starter, Consumer<String> whenItDies) {
    P part = run(starter);
    var _ =
        part.ended()
            .thenAccept(how -> {
              if (!stopping) {
                whenItDies.accept(how);
              }
            });
    return part;
  }

  /** Starts a part that ends by itself when its work is done. */
  <P extends Part> P run(Supplier<P> starter) {
    startsAndStop.readLock().lock();
    try {
      if (stopping) {
        throw new Refusal("The system is being stopped");
      }
      P part = starter.get();
      running.add(part);
      return part;
    } finally {
      startsAndStop.readLock().unlock();
    }
  }

  /** Completes when a part ends by itself. */
  CompletableFuture<PartDied> firstDeath() {
    return firstDeath;
  }

  /** Stops everything: services, then the broker, then the database. Later calls do nothing. */
  void stop(Progress progress) {
    startsAndStop.writeLock().lock();
    try {
      stopping = true;
    } finally {
      startsAndStop.writeLock().unlock();
    }
    for (Part.Tier tier : Part.Tier.values()) {
      List<Part> parts = running.stream().filter(part -> part.tier() == tier).toList();
      running.removeAll(parts);
      stopTogether(parts, progress);
    }
  }

  private static void stopTogether(List<Part> parts, Progress progress) {
    if (parts.isEmpty()) {
      return;
    }
    progress.step("stopping " + String.join(", ", parts.stream().map(Part::name).toList()));
    CompletableFuture.allOf(
            parts.stream()
                .map(part -> CompletableFuture.runAsync(part::stop, Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  private void died(Part part, String how) {
    if (!stopping) {
      firstDeath.complete(new PartDied(part, how));
    }
  }
}
