package org.icsregistry.registry.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.icsregistry.registry.batch.Answer;
import org.springframework.stereotype.Component;

/** Counts answers by the way the command came and by outcome. */
@Component
class CommandMetrics {

  /** How a command came in. */
  enum Via {
    HTTP,
    BATCH,
    KAFKA
  }

  private final MeterRegistry meters;

  CommandMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void count(Via via, Answer answer) {
    var outcome = answer.problem() == null ? "accepted" : "refused";
    meters
        .counter(
            "registry.commands", "intake", via.name().toLowerCase(Locale.ROOT), "outcome", outcome)
        .increment();
  }
}
