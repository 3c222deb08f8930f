package org.icsregistry.registry.batch;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.icsregistry.contracts.problem.Problem;
import org.icsregistry.contracts.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The bounded queue in front of the log and the one thread that empties it. While a batch is being
 * written, the next one gathers: under load batches grow by themselves, and a single command waits
 * for one commit only. When many are waiting, the next batch is decided meanwhile. What the engine
 * of journeys sends waits in a lane of its own, see {@link Lanes}.
 */
@Component
public class CommandQueue implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(CommandQueue.class);

  /**
   * From as many waiting commands the next batch is decided while the one before is written, or
   * from this share of a batch where batches are small. Waiting for fewer would only make small
   * batches.
   */
  private static final int AHEAD_FROM = 16;

  private static final int AHEAD_SHARE = 4;

  /** Decided in a few milliseconds, even where those concerned are read from the log first. */
  private static final int OF_ENGINE = 5;

  private final Lanes lanes;
  private final int maxBatch;
  private final int aheadFrom;
  private final BatchDecider decider;
  private final ApplicationEventPublisher events;
  private final DistributionSummary batchSizes;
  private final Deque<Submission> deferred = new ArrayDeque<>();
  private volatile boolean running;
  private volatile boolean closed;
  private volatile boolean inDoubt = true;
  private Thread worker = new Thread();

  /**
   * Published after each batch that has appended something, so that the publisher need not wait for
   * its next look.
   */
  public record LogGrew() {}

  /**
   * Published when it turns out that readers hold another log than the store, and when both agree.
   * Until the first of these the log is in doubt. What is accepted meanwhile would be lost when the
   * store is put right.
   *
   * @param now whether the log is in doubt
   */
  public record LogInDoubt(boolean now) {}

  CommandQueue(
      BatchDecider decider,
      ApplicationEventPublisher events,
      MeterRegistry meters,
      @Value("${registry.batch.max:500}") int maxBatch,
      @Value("${registry.batch.waiting:10000}") int maxWaiting) {
    this.decider = decider;
    this.events = events;
    this.maxBatch = maxBatch;
    this.aheadFrom = Math.min(AHEAD_FROM, maxBatch / AHEAD_SHARE);
    this.lanes = new Lanes(maxWaiting, Math.clamp(maxBatch / AHEAD_SHARE, 1, OF_ENGINE));
    this.batchSizes = DistributionSummary.builder("registry.batch.size").register(meters);
    for (var lane : Lane.values()) {
      meters.gauge(
          "registry.batch.waiting", List.of(Tag.of("lane", lane.tag())), lanes, l -> l.size(lane));
    }
  }

  /** Takes a command if there is room; {@code false} means overload. */
  public boolean offer(Submission submission, Lane lane) {
    boolean taken = lanes.offer(submission, lane);
    refuseWhenClosed();
    return taken;
  }

  /** Waits for room; for senders that can be slowed down, such as a Kafka poll. */
  public void put(Submission submission) throws InterruptedException {
    lanes.put(submission, Lane.PARTNERS);
    refuseWhenClosed();
  }

  @EventListener
  void on(LogInDoubt event) {
    inDoubt = event.now();
  }

  @Override
  public void start() {
    closed = false;
    running = true;
    worker = Thread.ofPlatform().name("command-batch").start(this::work);
  }

  @Override
  public void stop() {
    running = false;
    worker.interrupt();
    try {
      worker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the web server and the Kafka listeners have stopped, and before the database goes. */
  @Override
  public int getPhase() {
    return 0;
  }

  private void work() {
    try (var line =
        new BatchLine(decider, () -> inDoubt, () -> events.publishEvent(new LogGrew()))) {
      while (running) {
        var batch = gather(line);
        if (!batch.isEmpty()) {
          batchSizes.record(batch.size());
          take(line, batch);
        }
      }
    } catch (InterruptedException e) {
      // Asked to stop: what is still waiting is refused, and may be sent again.
      Thread.currentThread().interrupt();
    } finally {
      refuse(deferred);
      deferred.clear();
      closed = true;
      refuseWhenClosed();
    }
  }

  /** Whatever happens, everybody gets an answer and the next batch its turn. */
  private static void take(BatchLine line, List<Submission> batch) {
    try {
      line.take(batch);
    } catch (Throwable fault) {
      LOG.error("A batch of {} met a fault of ours", batch.size(), fault);
      BatchLine.refuse(batch, undecided());
    }
  }

  /**
   * Whatever is waiting, up to the limit; a repetition of a command that is in the batch gets that
   * one's answer, and another command under its id waits for the next batch.
   */
  private List<Submission> gather(BatchLine line) throws InterruptedException {
    var candidates = new ArrayList<Submission>(maxBatch);
    // Another command under an id that is taken waits until the first is answered.
    line.settleUnless(() -> deferred.isEmpty() && lanes.size(Lane.PARTNERS) >= aheadFrom);
    candidates.addAll(deferred);
    deferred.clear();
    if (candidates.isEmpty()) {
      lanes.await(1, TimeUnit.SECONDS);
    }
    lanes.drainTo(candidates, Math.max(0, maxBatch - candidates.size()));
    var seen = new HashMap<Receipts.CommandKey, Submission>();
    var batch = new ArrayList<Submission>(candidates.size());
    for (var candidate : candidates) {
      var first = seen.putIfAbsent(Receipts.CommandKey.of(candidate.origin()), candidate);
      if (first == null) {
        batch.add(candidate);
      } else if (candidate.repeats(first)) {
        candidate.answerLike(first);
      } else {
        deferred.add(candidate);
      }
    }
    return batch;
  }

  /** A fault of ours met one command. */
  public static Problem undecided() {
    return Problem.of(
        ProblemCode.UNDECIDED,
        "a command that the registry can decide",
        "one that met a fault of the registry; nothing of it was recorded",
        "send the same command again later, and tell the operator if it stays so");
  }

  static Problem unavailable(String expected) {
    return Problem.of(
        ProblemCode.UNAVAILABLE,
        expected,
        "a command whose outcome is not known now",
        "send the same command again under the same id; if it was recorded after all, you get that answer");
  }

  /** Nobody would answer those who came while the last of the queue were refused. */
  private void refuseWhenClosed() {
    if (closed) {
      var rest = new ArrayList<Submission>();
      lanes.drainTo(rest);
      refuse(rest);
    }
  }

  private static void refuse(Collection<Submission> rest) {
    BatchLine.refuse(List.copyOf(rest), unavailable("the registry to be running"));
  }
}
