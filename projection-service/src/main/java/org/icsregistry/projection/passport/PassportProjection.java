package org.icsregistry.projection.passport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ErasureEvent.CategoryErased;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.contracts.message.PersonEvent.PartnerUnlinked;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.kit.keys.RegistryKeys;
import org.icsregistry.projection.rebuild.Digest;
import org.icsregistry.projection.rebuild.DocumentTable;
import org.icsregistry.projection.rebuild.Entry;
import org.icsregistry.projection.rebuild.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps every person's passport, who is linked to whom, and what ties them. */
@Component
public class PassportProjection implements Projection {

  public static final String NAME = "passport";

  private final JdbcTemplate jdbc;
  private final RegistryKeys keys;
  private final DocumentTable<Passport> passports;
  private final TieTable ties;

  PassportProjection(JdbcTemplate jdbc, RegistryKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.ties = new TieTable(jdbc);
    this.passports =
        new DocumentTable<>(
            jdbc,
            "passport",
            Passport.class,
            (before, entry) ->
                (before == null ? Passport.empty(entry.subject()) : before).evolve(entry));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Digest apply(int version, List<Entry> batch, Digest digest) {
    var entries = batch.stream().map(Entry::event).filter(Passport::concerns).toList();
    forget(entries);
    link(version, entries);
    var changes = new TieTable.Changes();
    var result = passports.apply(version, entries, digest, changes);
    ties.write(version, changes);
    return result;
  }

  /** The tables hold what is sealed only sealed; what was opened is in memory alone. */
  private void forget(List<RecordedEvent> entries) {
    var erased =
        entries.stream()
            .filter(e -> e.data() instanceof VolunteerErased || e.data() instanceof CategoryErased)
            .map(RecordedEvent::subject)
            .toList();
    if (!erased.isEmpty()) {
      keys.forget(erased);
    }
  }

  /** The passports hold the links too; this table finds the people of a partner. */
  private void link(int version, List<RecordedEvent> entries) {
    Map<List<String>, @Nullable Long> last = new LinkedHashMap<>();
    for (var entry : entries) {
      if (entry.data() instanceof PartnerLinked e) {
        last.put(List.of(e.partner(), entry.subject()), entry.logIndex());
      } else if (entry.data() instanceof PartnerUnlinked e) {
        last.put(List.of(e.partner(), entry.subject()), null);
      }
    }
    var begun = last.entrySet().stream().filter(e -> e.getValue() != null).toList();
    var ended = last.entrySet().stream().filter(e -> e.getValue() == null).toList();
    if (!ended.isEmpty()) {
      jdbc.update(
          """
          DELETE FROM passport_link_v%d
           WHERE (partner, subject) IN (SELECT * FROM unnest(?::text[], ?::text[]))
          """
              .formatted(version),
          column(ended, 0),
          column(ended, 1));
    }
    if (!begun.isEmpty()) {
      jdbc.update(
          """
          INSERT INTO passport_link_v%d (partner, subject, since_index)
          SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[])
          ON CONFLICT (partner, subject) DO UPDATE SET since_index = excluded.since_index
          """
              .formatted(version),
          column(begun, 0),
          column(begun, 1),
          begun.stream().map(Map.Entry::getValue).toArray(Long[]::new));
    }
  }

  private static String[] column(List<Map.Entry<List<String>, @Nullable Long>> links, int column) {
    return links.stream().map(e -> e.getKey().get(column)).toArray(String[]::new);
  }
}
