package org.icsregistry.projection.passport;

import java.util.List;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.projection.rebuild.Digest;
import org.icsregistry.projection.rebuild.DocumentTable;
import org.icsregistry.projection.rebuild.Entry;
import org.icsregistry.projection.rebuild.Projection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps every person's passport, and who is linked to whom. */
@Component
public class PassportProjection implements Projection {

  public static final String NAME = "passport";

  private final JdbcTemplate jdbc;
  private final DocumentTable<Passport> passports;

  PassportProjection(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
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
    link(version, entries);
    return passports.apply(version, entries, digest);
  }

  /** The passports hold the links too; this table finds the people of a partner. */
  private void link(int version, List<RecordedEvent> entries) {
    var linked = entries.stream().filter(e -> e.data() instanceof PartnerLinked).toList();
    if (linked.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        INSERT INTO passport_link_v%d (partner, subject, since_index)
        SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[])
        ON CONFLICT DO NOTHING
        """
            .formatted(version),
        linked.stream().map(e -> ((PartnerLinked) e.data()).partner()).toArray(String[]::new),
        linked.stream().map(RecordedEvent::subject).toArray(String[]::new),
        linked.stream().map(RecordedEvent::logIndex).toArray(Long[]::new));
  }
}
