package org.icsregistry.projection.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ApplicationEvent;
import org.icsregistry.contracts.message.ApplicationEvent.ApplicantDeclined;
import org.icsregistry.contracts.message.ApplicationEvent.ApplicationWithdrawn;
import org.icsregistry.contracts.message.ApplicationEvent.OfferAnswered;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.projection.figures.Counted.Application;
import org.icsregistry.projection.figures.Counted.Exit;
import org.icsregistry.projection.figures.Counted.Turn;
import org.icsregistry.projection.rebuild.Digest;
import org.icsregistry.projection.rebuild.RowTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whose turn it was in applications and for how long, and where people left. */
final class ApplicationTally implements Tally {

  private final RowTable<Application> applications;
  private final RowTable<Turn> turns;
  private final RowTable<Exit> exits;

  ApplicationTally(JdbcTemplate jdbc) {
    applications =
        new RowTable<>(jdbc, "figure_application", Application.class, List.of("application"));
    turns = new RowTable<>(jdbc, "figure_turn", Turn.class, List.of("turn", "subject", "entry"));
    exits = new RowTable<>(jdbc, "figure_exit", Exit.class, List.of("step", "reason", "subject"));
  }

  @Override
  public Digest apply(int version, List<RecordedEvent> entries, Digest digest) {
    var steps = entries.stream().filter(e -> e.data() instanceof ApplicationEvent).toList();
    var known =
        steps.stream()
            .map(e -> ((ApplicationEvent) e.data()).applicationId())
            .distinct()
            .map(id -> Map.of("application", id))
            .toList();
    var waited = new ArrayList<Turn>();
    var left = new ArrayList<Exit>();
    var counted =
        applications.apply(
            version, known, digest, rows -> steps.forEach(step -> take(step, rows, waited, left)));
    counted = turns.merge(version, waited, counted, (before, _) -> before);
    return exits.merge(version, left, counted, (before, _) -> before);
  }

  private static void take(
      RecordedEvent entry, Map<String, Application> rows, List<Turn> waited, List<Exit> left) {
    var event = (ApplicationEvent) entry.data();
    var type = MessageTypes.nameOf(event.getClass());
    long at = entry.recordedAt().toEpochMilli();
    var now = new Application(event.applicationId(), type, event.waitingOn(), at);
    var before = rows.put(now.key(), now);
    if (before != null) {
      waited.add(new Turn(before.turn(), entry.subject(), entry.logIndex(), at - before.since()));
    }
    var reason = reason(event);
    if (reason != null) {
      left.add(new Exit(before == null ? type : before.step(), reason, entry.subject()));
    }
  }

  /** Why the person left; nothing where they did not. */
  private static @Nullable String reason(ApplicationEvent event) {
    return switch (event) {
      case ApplicantDeclined e -> e.reason().name();
      case ApplicationWithdrawn e -> e.reason().name();
      case OfferAnswered e when !e.accepted() -> "OFFER_DECLINED";
      default -> null;
    };
  }
}
