package org.icsregistry.projection.passport;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.contracts.passport.Tie;
import org.icsregistry.projection.rebuild.DocumentTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What ties organisations to people, as their passports say it: one short row for each pair, by
 * which {@code tie_of} (migration V25) answers without the passport.
 */
final class TieTable {

  private final JdbcTemplate jdbc;

  TieTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** People whose ties a batch changed; the table says nothing about anybody else. */
  static final class Changes implements DocumentTable.Watcher<Passport> {

    private final List<String> known = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();

    @Override
    public void changed(@Nullable Passport before, Passport after) {
      var now = after.person().relations();
      if (before == null || !before.person().relations().equals(now)) {
        if (before != null) {
          known.add(after.subject());
        }
        ties.addAll(Tie.of(after.subject(), now));
      }
    }
  }

  void write(int version, Changes changes) {
    if (!changes.known.isEmpty()) {
      jdbc.update(
          "DELETE FROM passport_tie_v%d WHERE subject = ANY (?)".formatted(version),
          (Object) changes.known.toArray(String[]::new));
    }
    if (!changes.ties.isEmpty()) {
      jdbc.update(
          """
          INSERT INTO passport_tie_v%d (subject, partner, linked, granted, emergency_until)
          SELECT subject, partner, linked, granted::datemultirange,
                 coalesce(emergency_until::timestamptz, '-infinity')
            FROM unnest(?::text[], ?::text[], ?::boolean[], ?::text[], ?::text[])
              AS tie (subject, partner, linked, granted, emergency_until)
          """
              .formatted(version),
          column(changes, Tie::subject).toArray(String[]::new),
          column(changes, Tie::partner).toArray(String[]::new),
          column(changes, Tie::linked).toArray(Boolean[]::new),
          column(changes, Tie::granted).toArray(String[]::new),
          column(changes, TieTable::emergencyUntil).toArray(String[]::new));
    }
  }

  private static @Nullable String emergencyUntil(Tie tie) {
    return Objects.toString(tie.emergencyUntil(), null);
  }

  private static <V extends @Nullable Object> List<V> column(
      Changes changes, Function<Tie, V> value) {
    return changes.ties.stream().map(value).toList();
  }
}
