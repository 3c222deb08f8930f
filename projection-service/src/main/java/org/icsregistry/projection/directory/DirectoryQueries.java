package org.icsregistry.projection.directory;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.projection.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds partners and roles, as they stand and as they stood. */
@Component
public class DirectoryQueries {

  private final JdbcClient jdbc;
  private final AuditTrail trail;
  private final Documents<Partner> partners;
  private final Documents<Role> roles;

  DirectoryQueries(JdbcClient jdbc, AuditTrail trail) {
    this.jdbc = jdbc;
    this.trail = trail;
    this.partners = new Documents<>(jdbc, "partner", Partner.class);
    this.roles = new Documents<>(jdbc, "role", Role.class);
  }

  /** These partners and roles as they stand. */
  public Directory now(Collection<String> partners, Collection<String> roles) {
    return new Directory(this.partners.now(partners), this.roles.now(roles));
  }

  /**
   * A partner that was seen in another query.
   *
   * @param lastIndex the last entry about it there; absent if there was none
   */
  public Partner partner(String code, @Nullable Long lastIndex) {
    var partner = lastIndex == null ? null : partners.since(lastIndex, code);
    return partner == null ? Partner.unknown(code) : partner;
  }

  /** These partners and roles as they stood when this entry was the last. */
  public Directory asOf(Collection<String> partners, Collection<String> roles, long logIndex) {
    return new Directory(
        folded(partners, logIndex, DirectoryProjection::partner),
        folded(roles, logIndex, DirectoryProjection::role));
  }

  /** All partners by name. */
  public List<Partner> partners() {
    return jdbc
        .sql("SELECT doc FROM partner")
        .query((row, _) -> Json.MAPPER.readValue(row.getString(1), Partner.class))
        .list()
        .stream()
        .sorted(Comparator.comparing(DirectoryQueries::name))
        .toList();
  }

  private static String name(Partner partner) {
    return partner.name() == null ? partner.code() : partner.name();
  }

  private <T> Map<String, T> folded(
      Collection<String> keys, long logIndex, BiFunction<@Nullable T, RecordedEvent, T> fold) {
    var found = new HashMap<String, T>();
    for (var entry : trail.upTo(keys, logIndex)) {
      found.put(entry.subject(), fold.apply(found.get(entry.subject()), entry));
    }
    return found;
  }
}
