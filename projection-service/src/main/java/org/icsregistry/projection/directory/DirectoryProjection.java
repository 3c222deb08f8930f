package org.icsregistry.projection.directory;

import java.util.List;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.directory.Programme;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.directory.Surge;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.message.ProgrammeEvent;
import org.icsregistry.contracts.message.RoleEvent;
import org.icsregistry.contracts.message.SurgeEvent;
import org.icsregistry.projection.rebuild.Digest;
import org.icsregistry.projection.rebuild.DocumentTable;
import org.icsregistry.projection.rebuild.Entry;
import org.icsregistry.projection.rebuild.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the partners by code, and the roles, surges and programmes by id. */
@Component
public class DirectoryProjection implements Projection {

  public static final String NAME = "directory";

  private final DocumentTable<Partner> partners;
  private final DocumentTable<Role> roles;
  private final DocumentTable<Surge> surges;
  private final DocumentTable<Programme> programmes;

  DirectoryProjection(JdbcTemplate jdbc) {
    this.partners =
        new DocumentTable<>(jdbc, "partner", Partner.class, DirectoryProjection::partner);
    this.roles = new DocumentTable<>(jdbc, "role", Role.class, DirectoryProjection::role);
    this.surges = new DocumentTable<>(jdbc, "surge", Surge.class, DirectoryProjection::surge);
    this.programmes =
        new DocumentTable<>(jdbc, "programme", Programme.class, DirectoryProjection::programme);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Digest apply(int version, List<Entry> batch, Digest digest) {
    var entries = batch.stream().map(Entry::event).toList();
    var afterPartners = partners.apply(version, about(PartnerEvent.class, entries), digest);
    var afterRoles = roles.apply(version, about(RoleEvent.class, entries), afterPartners);
    var afterSurges = surges.apply(version, about(SurgeEvent.class, entries), afterRoles);
    return programmes.apply(version, about(ProgrammeEvent.class, entries), afterSurges);
  }

  static Partner partner(@Nullable Partner before, RecordedEvent entry) {
    return (before == null ? Partner.unknown(entry.subject()) : before)
        .evolve((PartnerEvent) entry.data());
  }

  static Role role(@Nullable Role before, RecordedEvent entry) {
    return (before == null ? Role.unknown(entry.subject()) : before)
        .evolve((RoleEvent) entry.data());
  }

  static Surge surge(@Nullable Surge before, RecordedEvent entry) {
    return (before == null ? Surge.unknown(entry.subject()) : before)
        .evolve((SurgeEvent) entry.data());
  }

  static Programme programme(@Nullable Programme before, RecordedEvent entry) {
    return (before == null ? Programme.unknown(entry.subject()) : before)
        .evolve((ProgrammeEvent) entry.data());
  }

  private static List<RecordedEvent> about(Class<?> family, List<RecordedEvent> entries) {
    return entries.stream().filter(e -> family.isInstance(e.data())).toList();
  }
}
