package org.icsregistry.registry.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How far the log is signed and cosigned, for people, monitoring and health. A missing witness
 * never takes the service out of work: commands go on, and what is served says how old it is.
 */
@Component("witnesses")
class LogStatus implements HealthIndicator {

  private final Checkpoints checkpoints;
  private final Cosigned cosigned;
  private final TrustPolicy policy;
  private final CosigningLoop loop;
  private final Clock clock;

  LogStatus(
      Checkpoints checkpoints,
      Cosigned cosigned,
      TrustPolicy policy,
      CosigningLoop loop,
      Clock clock,
      MeterRegistry meters) {
    this.checkpoints = checkpoints;
    this.cosigned = cosigned;
    this.policy = policy;
    this.loop = loop;
    this.clock = clock;
    Gauge.builder("registry.cosigned.age", this, LogStatus::cosignedAge)
        .description("How long the oldest signed checkpoint has been waiting for its quorum")
        .baseUnit("seconds")
        .register(meters);
    for (var witness : loop.witnesses()) {
      Gauge.builder("registry.witness.lag", witness, this::lag)
          .description("Entries that are signed and not yet cosigned by this witness")
          .tag("witness", witness.name())
          .register(meters);
    }
  }

  @Schema(description = "How far the log is signed and cosigned")
  record View(
      @Schema(description = "The newest signed checkpoint; absent while the log is empty")
          @Nullable Signed signed,
      @Schema(description = "The newest checkpoint with enough cosignatures for the policy")
          @Nullable CosignedView cosigned,
      @Schema(description = "Whether the policy asks for witnesses", example = "true")
          boolean quorumNeeded,
      List<WitnessView> witnesses) {}

  @Schema(description = "A signed checkpoint")
  record Signed(@Schema(example = "4711") long size, Instant at) {}

  @Schema(description = "A cosigned checkpoint")
  record CosignedView(
      @Schema(example = "4711") long size,
      @Schema(description = "Time of the newest cosignature") Instant at,
      @Schema(description = "Names in the policy", example = "[\"RBV\"]") List<String> by) {}

  @Schema(description = "A witness of the policy")
  record WitnessView(
      @Schema(example = "RBV") String name,
      @Schema(description = "Size it cosigned last, as far as this process knows", example = "4711")
          long size,
      @Nullable Instant at,
      @Schema(description = "Why it has not cosigned when it was asked last")
          @Nullable String problem) {}

  View view() {
    return new View(
        checkpoints.latest().map(c -> new Signed(c.size(), c.signedAt())).orElse(null),
        newestCosigned()
            .map(c ->
                new CosignedView(
                    c.size(), c.at(), List.copyOf(policy.verify(c.signed()).cosigned().keySet())))
            .orElse(null),
        policy.needsWitnesses(),
        loop.witnesses().stream().map(LogStatus::view).toList());
  }

  private static WitnessView view(AskedWitness witness) {
    var standing = witness.standing();
    return new WitnessView(witness.name(), standing.size(), standing.at(), standing.problem());
  }

  private Optional<Cosigned.Note> newestCosigned() {
    return loop.witnesses().isEmpty() ? Optional.empty() : cosigned.latest();
  }

  private double cosignedAge() {
    if (!policy.needsWitnesses()) {
      return 0;
    }
    long size = cosigned.latest().map(Cosigned.Note::size).orElse(0L);
    return checkpoints
        .firstAfter(size)
        .map(waiting -> Duration.between(waiting, clock.instant()).toMillis() / 1000.0)
        .orElse(0.0);
  }

  private double lag(AskedWitness witness) {
    return checkpoints.latest().map(latest -> latest.size() - witness.standing().size()).orElse(0L);
  }

  @Override
  public Health health() {
    var health = Health.up();
    for (var witness : loop.witnesses()) {
      var standing = witness.standing();
      var problem = standing.problem();
      health.withDetail(
          witness.name(),
          problem == null
              ? "cosigned up to size " + standing.size()
              : (standing.grave() ? "ALARM: " : "") + problem);
    }
    return health.build();
  }
}
