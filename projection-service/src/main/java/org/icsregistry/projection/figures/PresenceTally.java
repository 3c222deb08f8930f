package org.icsregistry.projection.figures;

import java.util.ArrayList;
import java.util.List;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ApplicationEvent.InterestExpressed;
import org.icsregistry.contracts.message.PlacementEvent.ActivityRecorded;
import org.icsregistry.projection.figures.Counted.Given;
import org.icsregistry.projection.figures.Counted.Presence;
import org.icsregistry.projection.rebuild.Digest;
import org.icsregistry.projection.rebuild.RowTable;
import org.springframework.jdbc.core.JdbcTemplate;

/** When people came to a partner and were active there, and the time that they gave. */
final class PresenceTally implements Tally {

  private final RowTable<Presence> presences;
  private final RowTable<Given> given;

  PresenceTally(JdbcTemplate jdbc) {
    presences =
        new RowTable<>(jdbc, "figure_presence", Presence.class, List.of("partner", "subject"));
    given =
        new RowTable<>(
            jdbc, "figure_given", Given.class, List.of("partner", "category", "subject"));
  }

  @Override
  public Digest apply(int version, List<RecordedEvent> entries, Digest digest) {
    var seen = new ArrayList<Presence>();
    var time = new ArrayList<Given>();
    for (var entry : entries) {
      var subject = entry.subject();
      long at = entry.recordedAt().toEpochMilli();
      switch (entry.data()) {
        case InterestExpressed e -> seen.add(new Presence(e.partner(), subject, at, null, null));
        case ActivityRecorded e -> {
          seen.add(new Presence(e.partner(), subject, null, at, at));
          time.add(new Given(e.partner(), e.category().name(), subject, e.minutes()));
        }
        default -> {}
      }
    }
    var counted = presences.merge(version, seen, digest, Presence::and);
    return given.merge(version, time, counted, Given::and);
  }
}
