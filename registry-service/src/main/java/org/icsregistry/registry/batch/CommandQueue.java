package org.icsregistry.registry.batch;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.icsregistry.contracts.problem.Problem;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.registry.store.DecisionFaultException;
import org.icsregistry.registry.store.EntryTooLargeException;
import org.icsregistry.registry.store.StaleDecisionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The bounded queue in front of the log and the one thread that empties it. While a batch commits,
 * the next one gathers: under load batches grow by themselves, and a single command waits for one
 * commit only.
 */
@Component
public class CommandQueue implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(CommandQueue.class);

  /** How often a batch is decided again after another writer was faster. */
  private static final int STALE_RETRIES = 20;

  private final BlockingQueue<Submission> waiting;
  private final int maxBatch;
  private final BatchDecider decider;
  private final ApplicationEventPublisher events;
  private final DistributionSummary batchSizes;
  private final Deque<Submission> deferred = new ArrayDeque<>();
  private volatile boolean running;
  private volatile boolean inDoubt;
  private Thread worker = new Thread();

  /**
   * Published after each batch that has appended something, so that the publisher need not wait for
   * its next look.
   */
  public record LogGrew() {}

  /**
   * Published when it turns out that readers hold another log than the store, and when both agree
   * again. What is accepted meanwhile would be lost when the store is put right.
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
    this.waiting = new ArrayBlockingQueue<>(maxWaiting);
    this.batchSizes = DistributionSummary.builder("registry.batch.size").register(meters);
    meters.gaugeCollectionSize("registry.batch.waiting", List.of(), waiting);
  }

  /** Takes a command if there is room; {@code false} means overload. */
  public boolean offer(Submission submission) {
    return waiting.offer(submission);
  }

  /** Waits for room; for senders that can be slowed down, such as a Kafka poll. */
  public void put(Submission submission) throws InterruptedException {
    waiting.put(submission);
  }

  @EventListener
  void on(LogInDoubt event) {
    inDoubt = event.now();
  }

  @Override
  public void start() {
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
    while (running) {
      try {
        var batch = gather();
        if (!batch.isEmpty()) {
          handle(batch);
        }
      } catch (InterruptedException e) {
        // Asked to stop: what is still waiting is refused below, and may be sent again.
        break;
      }
    }
    refuseRest();
  }

  /**
   * Whatever is waiting, up to the limit; a repetition of a command that is in the batch waits for
   * the next one.
   */
  private List<Submission> gather() throws InterruptedException {
    var candidates = new ArrayList<Submission>(maxBatch);
    candidates.addAll(deferred);
    deferred.clear();
    if (candidates.isEmpty()) {
      var first = waiting.poll(1, TimeUnit.SECONDS);
      if (first == null) {
        return List.of();
      }
      candidates.add(first);
    }
    waiting.drainTo(candidates, Math.max(0, maxBatch - candidates.size()));
    var seen = new HashSet<Receipts.CommandKey>();
    var batch = new ArrayList<Submission>(candidates.size());
    for (var candidate : candidates) {
      if (seen.add(Receipts.CommandKey.of(candidate.origin()))) {
        batch.add(candidate);
      } else {
        deferred.add(candidate);
      }
    }
    return batch;
  }

  private void handle(List<Submission> batch) {
    if (inDoubt) {
      refuse(batch, unavailable("the store and the topic of the log to agree"));
      return;
    }
    batchSizes.record(batch.size());
    try {
      complete(batch, decide(batch));
    } catch (RuntimeException fault) {
      if (batch.size() == 1 || away(fault)) {
        LOG.error("{} command(s) could not be decided: {}", batch.size(), name(fault), fault);
        refuse(batch, problem(fault));
      } else {
        LOG.info(
            "A batch of {} was undone ({}); its commands are decided one by one",
            batch.size(),
            name(fault));
        batch.forEach(s -> handle(List.of(s)));
      }
    }
  }

  /** Decides, and decides again as long as another writer is faster. */
  private List<Answer> decide(List<Submission> batch) {
    for (int i = 0; i < STALE_RETRIES; i++) {
      try {
        return decider.decide(batch);
      } catch (StaleDecisionException stale) {
        LOG.debug("A batch of {} is decided again", batch.size(), stale);
      }
    }
    return decider.decide(batch);
  }

  private static Problem problem(RuntimeException fault) {
    if (fault instanceof EntryTooLargeException) {
      return Problem.of(
          ProblemCode.BODY_TOO_LARGE,
          "a command whose events fit into entries of 65,535 bytes",
          "one that leads to a larger event",
          "send less in one command");
    }
    return away(fault) ? unavailable("the registry to be able to reach its store") : undecided();
  }

  /** A fault of ours met one command. */
  public static Problem undecided() {
    return Problem.of(
        ProblemCode.UNDECIDED,
        "a command that the registry can decide",
        "one that met a fault of the registry; nothing of it was recorded",
        "send the same command again later, and tell the operator if it stays so");
  }

  private static boolean away(@Nullable Throwable fault) {
    return fault instanceof TransactionException
        || fault instanceof DataAccessResourceFailureException
        || (fault instanceof DecisionFaultException && away(fault.getCause()));
  }

  private static Problem unavailable(String expected) {
    return Problem.of(
        ProblemCode.UNAVAILABLE,
        expected,
        "a command whose outcome is not known now",
        "send the same command again under the same id; if it was recorded after all, you get that answer");
  }

  private void complete(List<Submission> batch, List<Answer> answers) {
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).answer().complete(answers.get(i));
    }
    if (answers.stream().anyMatch(a -> a.problem() == null)) {
      events.publishEvent(new LogGrew());
    }
  }

  private void refuseRest() {
    var rest = new ArrayList<>(deferred);
    waiting.drainTo(rest);
    refuse(rest, unavailable("the registry to be running"));
  }

  private static void refuse(List<Submission> submissions, Problem problem) {
    submissions.forEach(s -> s.answer().complete(Answer.refused(s.origin().commandId(), problem)));
  }

  private static String name(Throwable fault) {
    return fault.getClass().getSimpleName();
  }
}
