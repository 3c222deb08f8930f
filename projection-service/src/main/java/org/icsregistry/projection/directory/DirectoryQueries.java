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

  DirectoryQueries(JdbcClient jdbc, AuditTrail trail) {
    this.jdbc = jdbc;
    this.trail = trail;
  }

  /** These partners and roles as they stand. */
  public Directory now(Collection<String> partners, Collection<String> roles) {
    return new Directory(
        documents("partner", Partner.class, partners), documents("role", Role.class, roles));
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

  private <T> Map<String, T> documents(String view, Class<T> type, Collection<String> keys) {
    var found = new HashMap<String, T>();
    jdbc.sql("SELECT key, doc FROM " + view + " WHERE key = ANY (?)")
        .param(keys.toArray(String[]::new))
        .query(row -> {
          found.put(row.getString(1), Json.MAPPER.readValue(row.getString(2), type));
        });
    return found;
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
