package org.icsregistry.onboarding.fold;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.Format;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which entries of the log follow from commands of this service: they stand in the outbox. */
@Repository
class OwnCommands {

  private final JdbcTemplate jdbc;

  OwnCommands(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The ids of those commands of this service that some of the entries follow from. */
  Set<String> among(Collection<List<RecordedEvent>> entries) {
    var ids =
        entries.stream()
            .flatMap(List::stream)
            .map(RecordedEvent::causationId)
            // Others may name their commands as they like.
            .filter(Format::isUuid)
            .distinct()
            .map(UUID::fromString)
            .toArray(UUID[]::new);
    Set<String> own = new HashSet<>();
    jdbc.query(
        "SELECT command_id FROM outbox WHERE command_id = ANY(?)",
        row -> {
          own.add(row.getString(1));
        },
        (Object) ids);
    return own;
  }
}
