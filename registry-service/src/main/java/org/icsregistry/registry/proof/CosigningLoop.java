package org.icsregistry.registry.proof;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.InterruptException;
import org.icsregistry.kit.loop.Loop;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.tile.TileHashes;
import org.icsregistry.log.tree.ConsistencyProof;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.KafkaException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Asks the witnesses for the newest signed checkpoint, at most once a second, on threads of its
 * own: no command ever waits for a witness.
 *
 * <p>All witnesses are asked for the same checkpoint until its quorum is reached or patience ends;
 * otherwise two slow ones could miss each other for ever in a log that grows.
 */
@Component
class CosigningLoop extends Loop {

  private static final Logger LOG = LoggerFactory.getLogger(CosigningLoop.class);
  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(1);

  private final Checkpoints checkpoints;
  private final Cosigned cosigned;
  private final TileRoots tiles;
  private final CheckpointTopic topic;
  private final Clock clock;
  private final Duration every;
  private final List<AskedWitness> witnesses;
  private final AtomicReference<Cosigned.@Nullable Note> unpublished = new AtomicReference<>();
  private boolean begun;
  private @Nullable Target target;
  private ExecutorService questions = Executors.newVirtualThreadPerTaskExecutor();

  private record Target(SignedCheckpoint signed, Instant chosenAt) {

    long size() {
      return signed.checkpoint().size();
    }
  }

  CosigningLoop(
      Checkpoints checkpoints,
      Cosigned cosigned,
      TileRoots tiles,
      CheckpointTopic topic,
      TrustPolicy policy,
      Clock clock,
      @Value("${registry.log.witness.every:1s}") Duration every,
      @Value("${registry.log.witness.renew-after:10m}") Duration renewAfter) {
    super("cosigning");
    this.checkpoints = checkpoints;
    this.cosigned = cosigned;
    this.tiles = tiles;
    this.topic = topic;
    this.clock = clock;
    this.every = every;
    var http =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    this.witnesses =
        policy.witnesses().stream()
            // One without an address serves others who have this policy, and is not asked from
            // here.
            .filter(w -> w.url().isPresent())
            .map(w -> new AskedWitness(w.name(), new WitnessLink(http, w), renewAfter, clock))
            .toList();
  }

  List<AskedWitness> witnesses() {
    return witnesses;
  }

  @Override
  public void start() {
    if (!witnesses.isEmpty()) {
      questions = Executors.newVirtualThreadPerTaskExecutor();
      super.start();
    }
  }

  /** Lets what is being written be finished, and does not wait for a silent witness. */
  @Override
  public void stop() {
    super.stop();
    questions.shutdown();
    try {
      if (!questions.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        questions.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected void work() throws InterruptedException {
    attempt();
    pauseUnlessWoken(every);
  }

  private void attempt() {
    try {
      if (!begun) {
        // What the process before has not brought to the topic any more.
        cosigned.latest().ifPresent(unpublished::set);
        begun = true;
      }
      publish();
      round();
    } catch (InterruptException e) {
      throw e;
    } catch (DataAccessException
        | TransactionException
        | KafkaException
        | org.apache.kafka.common.KafkaException e) {
      LOG.warn("Cosigning has to wait: {}", e.getClass().getSimpleName());
    }
  }

  private void publish() {
    var note = unpublished.get();
    if (note != null) {
      topic.publish(note.signed());
      unpublished.compareAndSet(note, null);
    }
  }

  private void round() {
    var latest = checkpoints.latest();
    if (latest.isEmpty()) {
      return;
    }
    var current = target;
    if (current == null || mayMoveOn(current)) {
      current = new Target(latest.get().signed(), clock.instant());
      target = current;
    }
    var chosen = current;
    for (var witness : witnesses) {
      if (isRunning() && witness.isDue(chosen.size())) {
        var _ = questions.submit(() -> ask(witness, chosen.signed()));
      }
    }
  }

  private boolean mayMoveOn(Target current) {
    return clock.instant().isAfter(current.chosenAt().plus(PATIENCE))
        || witnesses.stream().anyMatch(witness -> witness.beyond() > current.size())
        || cosigned.ofSize(current.size()).map(Cosigned.Note::quorum).orElse(false);
  }

  private void ask(AskedWitness witness, SignedCheckpoint signed) {
    try {
      witness
          .ask(signed, size -> proof(size, signed.checkpoint().size()), this::signedNow)
          .flatMap(cosignature -> cosigned.add(signed, cosignature))
          .ifPresent(this::toBePublished);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (DataAccessException | TransactionException e) {
      // The witness is at this size already; it gives the same cosignature again when it is asked.
      LOG.warn("A cosignature could not be kept: {}", e.getClass().getSimpleName());
      witness.forget();
    }
  }

  private void toBePublished(Cosigned.Note note) {
    unpublished.accumulateAndGet(
        note,
        (before, now) ->
            before != null && now != null && before.size() > now.size() ? before : now);
    wake();
  }

  private long signedNow() {
    return checkpoints.latest().map(Checkpoints.Latest::size).orElse(0L);
  }

  private ConsistencyProof proof(long from, long to) {
    return ConsistencyProof.create(from, to, new TileHashes(to, tiles::tile));
  }
}
