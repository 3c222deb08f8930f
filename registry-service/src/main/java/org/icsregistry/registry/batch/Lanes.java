package org.icsregistry.registry.batch;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The commands that no batch has taken yet. Each lane has a bound of its own, so that the engine
 * never takes the room of a partner. A batch takes what partners wait for; of the engine's it takes
 * a few, so that it is short and whoever comes next waits little, but these always, so that the
 * engine gets on however busy the partners are. Into a large batch go a few more, which make it
 * hardly longer.
 */
final class Lanes {

  /** With as many of the partners' each, one of the engine's makes a batch hardly longer. */
  static final int PARTNERS_EACH = 25;

  private final Map<Lane, BlockingQueue<Submission>> waiting = new EnumMap<>(Lane.class);
  private final Semaphore arrivals = new Semaphore(0);
  private final int ofEngine;

  /**
   * @param most how many may wait in each lane
   * @param ofEngine how many of the engine's a batch takes at most, unless it is large
   */
  Lanes(int most, int ofEngine) {
    for (var lane : Lane.values()) {
      waiting.put(lane, new ArrayBlockingQueue<>(most));
    }
    this.ofEngine = ofEngine;
  }

  /** {@code false} when the lane is full. */
  boolean offer(Submission submission, Lane lane) {
    boolean taken = of(lane).offer(submission);
    if (taken) {
      arrivals.release();
    }
    return taken;
  }

  /** Waits for room in the lane. */
  void put(Submission submission, Lane lane) throws InterruptedException {
    of(lane).put(submission);
    arrivals.release();
  }

  int size(Lane lane) {
    return of(lane).size();
  }

  /** Returns when somebody is waiting or the time is over. */
  void await(long time, TimeUnit unit) throws InterruptedException {
    arrivals.drainPermits();
    if (waiting.values().stream().allMatch(Queue::isEmpty)) {
      boolean _ = arrivals.tryAcquire(time, unit);
    }
  }

  /** Adds the next to a batch, as many as there is room for. */
  void drainTo(Collection<Submission> batch, int room) {
    int few = Math.max(ofEngine, Math.min(size(Lane.PARTNERS), room) / PARTNERS_EACH);
    int kept = Math.min(Math.min(few, room / 2), size(Lane.ENGINE));
    int partners = of(Lane.PARTNERS).drainTo(batch, room - kept);
    of(Lane.ENGINE).drainTo(batch, Math.min(few, room - partners));
  }

  /** Everybody, when there will be no batch any more. */
  void drainTo(Collection<Submission> rest) {
    waiting.values().forEach(lane -> lane.drainTo(rest));
  }

  private BlockingQueue<Submission> of(Lane lane) {
    return Objects.requireNonNull(waiting.get(lane));
  }
}
