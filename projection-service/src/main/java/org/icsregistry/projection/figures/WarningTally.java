package org.icsregistry.projection.figures;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.CheckEvent.StatusCheckNoted;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.JourneyEvent.ExpiryWarned;
import org.icsregistry.contracts.message.TrainingEvent.TrainingRecorded;
import org.icsregistry.projection.figures.Counted.Warning;
import org.icsregistry.projection.rebuild.Digest;
import org.icsregistry.projection.rebuild.RowTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Warnings that have not come true yet: until what was warned of lapsed or was made again. Those
 * whose day has passed stay, and are not counted.
 */
final class WarningTally implements Tally {

  private final RowTable<Warning> warnings;

  WarningTally(JdbcTemplate jdbc) {
    warnings =
        new RowTable<>(
            jdbc,
            "figure_warning",
            Warning.class,
            List.of("subject", "partner", "role", "requirement"),
            List.of("subject"));
  }

  @Override
  public Digest apply(int version, List<RecordedEvent> entries, Digest digest) {
    var concerned =
        entries.stream().filter(e -> e.data() instanceof ExpiryWarned || ended(e) != null).toList();
    var people =
        concerned.stream()
            .map(RecordedEvent::subject)
            .distinct()
            .map(person -> Map.of("subject", person))
            .toList();
    return warnings.apply(
        version, people, digest, rows -> concerned.forEach(entry -> take(entry, rows)));
  }

  private static void take(RecordedEvent entry, Map<String, Warning> rows) {
    if (entry.data() instanceof ExpiryWarned e) {
      var ends = entry.recordedAt().plus(Duration.ofDays(e.days())).toEpochMilli();
      var warning =
          new Warning(entry.subject(), e.partner(), e.roleId(), e.requirement(), e.days(), ends);
      rows.put(warning.key(), warning);
      return;
    }
    var ended = ended(entry);
    if (ended != null) {
      rows.values().removeIf(w -> w.subject().equals(entry.subject()) && ended.test(w));
    }
  }

  /** Which of the person's warnings the entry puts an end to. */
  private static @Nullable Predicate<Warning> ended(RecordedEvent entry) {
    return switch (entry.data()) {
      case ClearanceLapsed e -> w -> w.partner().equals(e.partner()) && w.role().equals(e.roleId());
      case CheckRecorded e -> w -> w.requirement().equals(e.check().name());
      case TrainingRecorded e -> w -> w.requirement().equals(e.training());
      case StatusCheckNoted _ -> w -> w.requirement().equals(CheckCode.DBS.name());
      default -> null;
    };
  }
}
