package org.icsregistry.registry.proof;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.icsregistry.log.checkpoint.CosignatureVerifier;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.note.NoteSignature;
import org.icsregistry.log.tree.ConsistencyProof;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One witness, and how it goes with it. Asked by one thread at a time. */
final class AskedWitness {

  private static final Logger LOG = LoggerFactory.getLogger(AskedWitness.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 5;

  private final String name;
  private final WitnessLink link;
  private final Duration renewAfter;
  private final Clock clock;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile long beyond;
  private volatile Standing standing = new Standing(0, null, null, false, 0, Instant.MIN);

  /**
   * Where a witness stands.
   *
   * @param size up to which its cosignature is kept here since this process began
   * @param at time of that cosignature
   * @param problem why the last question was in vain
   * @param grave whether histories may differ
   */
  record Standing(
      long size,
      @Nullable Instant at,
      @Nullable String problem,
      boolean grave,
      int failures,
      Instant notBefore) {}

  /**
   * @param renewAfter age at which a cosignature is asked for again although nothing was appended,
   *     so that everybody sees that the log is still the same
   */
  AskedWitness(String name, WitnessLink link, Duration renewAfter, Clock clock) {
    this.name = name;
    this.link = link;
    this.renewAfter = renewAfter;
    this.clock = clock;
  }

  String name() {
    return name;
  }

  Standing standing() {
    return standing;
  }

  /** A size it is known to have cosigned for another instance. */
  long beyond() {
    return beyond;
  }

  /** Whether it is free, not to be spared after failures, and has something to cosign. */
  boolean isDue(long size) {
    var now = clock.instant();
    var s = standing;
    boolean stale = s.at() == null || s.at().plus(renewAfter).isBefore(now);
    return !busy.get() && !now.isBefore(s.notBefore()) && (s.size() < size || stale);
  }

  /**
   * Asks, unless a question is under way.
   *
   * @param signedNow largest size that is signed at this moment, perhaps by another instance
   * @return the verified cosignature, if it gave one
   */
  Optional<NoteSignature> ask(
      SignedCheckpoint target, LongFunction<ConsistencyProof> proofs, LongSupplier signedNow)
      throws InterruptedException {
    if (!busy.compareAndSet(false, true)) {
      return Optional.empty();
    }
    try {
      var cosignature = link.ask(target, proofs);
      cosigned(target.checkpoint().size(), cosignature);
      return Optional.of(cosignature);
    } catch (WitnessLink.Refused e) {
      if (e.beyond() > 0 && e.beyond() <= signedNow.getAsLong()) {
        // Another instance was faster.
        beyond = e.beyond();
        return Optional.empty();
      }
      failed(String.valueOf(e.getMessage()), e.grave());
    } catch (IOException e) {
      failed("no answer (" + e.getClass().getSimpleName() + ")", false);
    } finally {
      busy.set(false);
    }
    return Optional.empty();
  }

  /** Its last cosignature was lost on the way to the store. */
  void forget() {
    standing = new Standing(0, null, "its cosignature could not be kept", false, 1, Instant.MIN);
  }

  private void cosigned(long size, NoteSignature cosignature) {
    if (standing.failures() > 0) {
      LOG.info("The witness {} cosigns again", name);
    }
    standing =
        new Standing(size, CosignatureVerifier.time(cosignature), null, false, 0, Instant.MIN);
  }

  private void failed(String problem, boolean grave) {
    var before = standing;
    if (grave) {
      LOG.error("The witness {} does not cosign: {}", name, problem);
    } else if (!problem.equals(before.problem())) {
      LOG.warn("The witness {} does not cosign: {}", name, problem);
    }
    var pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(before.failures(), MOST_DOUBLINGS));
    standing =
        new Standing(
            before.size(),
            before.at(),
            problem,
            grave,
            before.failures() + 1,
            clock.instant().plus(pause));
  }
}
