package org.icsregistry.registry.batch;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.icsregistry.contracts.problem.Problem;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.registry.batch.BatchDecider.Draft;
import org.icsregistry.registry.keys.KeyDestroyedException;
import org.icsregistry.registry.store.DecisionFaultException;
import org.icsregistry.registry.store.EntryTooLargeException;
import org.icsregistry.registry.store.StaleDecisionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;

/**
 * Two steps for every batch, decided and written, on two threads: while one batch is being written,
 * the next is decided on top of it. It is written only when the one before has committed. If that
 * one fails, everything decided since is void and decided again, so that no answer ever rests on
 * something that did not happen.
 *
 * <p>Called by one thread; only the writing happens on another.
 */
final class BatchLine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BatchLine.class);

  /** How often a batch is decided again after another writer was faster. */
  private static final int STALE_RETRIES = 20;

  private static final long LOOK_EVERY_MS = 1;

  private final BatchDecider decider;
  private final BooleanSupplier inDoubt;
  private final Runnable grown;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("command-write").factory());
  private @Nullable UnderWay underWay;

  private record UnderWay(Draft draft, Future<?> written) {}

  /**
   * @param inDoubt whether nothing may be accepted, because readers hold another log than the
   *     store, or may do so
   * @param grown called when a batch has appended something
   */
  BatchLine(BatchDecider decider, BooleanSupplier inDoubt, Runnable grown) {
    this.decider = decider;
    this.inDoubt = inDoubt;
    this.grown = grown;
  }

  /** Decides a batch, and has it written once the one before has committed. */
  void take(List<Submission> batch) {
    Draft draft;
    try {
      draft = decider.draft(batch);
    } catch (Throwable fault) { // an Error too: this thread has to go on and to answer
      LOG.debug("A batch of {} could not be decided ahead", batch.size(), fault);
      settle();
      decider.discard();
      alone(batch);
      return;
    }
    if (settle() && !inDoubt.getAsBoolean()) {
      underWay = new UnderWay(draft, writer.submit(() -> complete(batch, decider.write(draft))));
    } else {
      decider.discard();
      alone(batch);
    }
  }

  /** Waits for the batch that is being written, for as long as there is not too much to do. */
  void settleUnless(BooleanSupplier crowded) {
    while (underWay != null && !crowded.getAsBoolean()) {
      if (finishes(underWay.written)) {
        boolean _ = settle();
      }
    }
  }

  private static boolean finishes(Future<?> written) {
    try {
      written.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException | CancellationException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /**
   * Waits until nothing is being written.
   *
   * @return whether what was decided since still stands
   */
  boolean settle() {
    var last = underWay;
    underWay = null;
    if (last == null) {
      return true;
    }
    try {
      await(last.written);
      decider.committed(last.draft);
      return true;
    } catch (ExecutionException e) {
      LOG.debug("A batch of {} is decided again", last.draft.batch().size(), e.getCause());
      decider.discard();
      alone(last.draft.batch());
      return false;
    }
  }

  /** Whoever asks this thread to stop has to wait too: the batch may be committing. */
  private static void await(Future<?> written) throws ExecutionException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          written.get();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Nothing else is under way. */
  private void alone(List<Submission> batch) {
    if (inDoubt.getAsBoolean()) {
      refuse(batch, CommandQueue.unavailable("that the store agrees with the topics of the log"));
      return;
    }
    try {
      complete(batch, decide(batch));
    } catch (Throwable fault) {
      if (batch.size() == 1 || away(fault)) {
        LOG.error("{} command(s) could not be decided: {}", batch.size(), name(fault), fault);
        refuse(batch, problem(fault));
      } else {
        LOG.info(
            "A batch of {} was undone ({}); its commands are decided one by one",
            batch.size(),
            name(fault));
        batch.forEach(s -> alone(List.of(s)));
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

  private void complete(List<Submission> batch, List<Answer> answers) {
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).answer().complete(answers.get(i));
    }
    if (answers.stream().anyMatch(a -> a.problem() == null)) {
      grown.run();
    }
  }

  private static Problem problem(Throwable fault) {
    if (fault instanceof EntryTooLargeException) {
      return Problem.of(
          ProblemCode.BODY_TOO_LARGE,
          "a command whose events fit into entries of 65,535 bytes",
          "one that leads to a larger event",
          "send less in one command");
    }
    if (fault instanceof KeyDestroyedException) {
      return CommandQueue.unavailable("the person's keys not to change while a command waits");
    }
    return away(fault)
        ? CommandQueue.unavailable("the registry to be able to reach its store")
        : CommandQueue.undecided();
  }

  private static boolean away(@Nullable Throwable fault) {
    return fault instanceof TransactionException
        || fault instanceof DataAccessResourceFailureException
        || (fault instanceof DecisionFaultException && away(fault.getCause()));
  }

  static void refuse(List<Submission> submissions, Problem problem) {
    submissions.forEach(s -> s.answer().complete(Answer.refused(s.origin().commandId(), problem)));
  }

  private static String name(Throwable fault) {
    return fault.getClass().getSimpleName();
  }

  /** Waits for what is under way. */
  @Override
  public void close() {
    boolean _ = settle();
    writer.close();
  }
}
