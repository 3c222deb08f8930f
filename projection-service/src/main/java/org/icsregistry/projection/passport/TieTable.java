package org.icsregistry.projection.passport;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.icsregistry.contracts.passport.Grant;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.contracts.passport.Relations;
import org.icsregistry.projection.rebuild.DocumentTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What ties organisations to people, as their passports say it: one short row for each pair, by
 * which {@code tie_of} (migration V23) answers without the passport.
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

  /**
   * One row.
   *
   * @param granted days on which a permission holds, as PostgreSQL writes several ranges
   * @param emergencyUntil a moment, or what PostgreSQL has for one that never was
   */
  private record Tie(
      String subject, String partner, boolean linked, String granted, String emergencyUntil) {

    private static final String NEVER = "-infinity";

    static List<Tie> of(String subject, Relations relations) {
      var partners = new TreeSet<>(relations.links().keySet());
      relations.grants().values().forEach(grant -> partners.add(grant.partner()));
      partners.addAll(relations.emergencies().keySet());
      return partners.stream().map(partner -> of(subject, partner, relations)).toList();
    }

    private static Tie of(String subject, String partner, Relations relations) {
      var emergency = relations.emergencies().get(partner);
      return new Tie(
          subject,
          partner,
          relations.links().containsKey(partner),
          relations.grants().values().stream()
              .filter(grant -> grant.partner().equals(partner))
              // One that was withdrawn is not in force on any day.
              .filter(grant -> grant.inForce(grant.until()))
              .map(Tie::days)
              .collect(Collectors.joining(",", "{", "}")),
          emergency == null ? NEVER : emergency.until().toString());
    }

    private static String days(Grant grant) {
      return "[%s,%s]".formatted(grant.agreedOn(), grant.until());
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
          SELECT subject, partner, linked, granted::datemultirange, emergency_until::timestamptz
            FROM unnest(?::text[], ?::text[], ?::boolean[], ?::text[], ?::text[])
              AS tie (subject, partner, linked, granted, emergency_until)
          """
              .formatted(version),
          column(changes, Tie::subject).toArray(String[]::new),
          column(changes, Tie::partner).toArray(String[]::new),
          column(changes, Tie::linked).toArray(Boolean[]::new),
          column(changes, Tie::granted).toArray(String[]::new),
          column(changes, Tie::emergencyUntil).toArray(String[]::new));
    }
  }

  private static <V> List<V> column(Changes changes, Function<Tie, V> value) {
    return changes.ties.stream().map(value).toList();
  }
}
