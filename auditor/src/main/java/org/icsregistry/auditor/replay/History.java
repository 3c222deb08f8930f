package org.icsregistry.auditor.replay;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.icsregistry.contracts.directory.Opportunity;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.directory.Programme;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.directory.Surge;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ApplicationEvent;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.OpportunityEvent;
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.message.PassportEvent;
import org.icsregistry.contracts.message.PlacementEvent;
import org.icsregistry.contracts.message.ProgrammeEvent;
import org.icsregistry.contracts.message.RoleEvent;
import org.icsregistry.contracts.message.SurgeEvent;
import org.icsregistry.contracts.message.VolunteerEvent;
import org.icsregistry.contracts.passport.Clearance;
import org.icsregistry.contracts.passport.Passport;
import org.jspecify.annotations.Nullable;

/**
 * What the log says, folded with the folds of the published language. Sealed values stay sealed.
 */
public final class History {
  private final @Nullable String onlySubject;
  private final Map<String, Passport> passports = new LinkedHashMap<>();
  private final Map<String, Partner> partners = new HashMap<>();
  private final Map<String, Role> roles = new HashMap<>();
  private final Map<String, Programme> programmes = new HashMap<>();
  private final Map<String, Surge> surges = new HashMap<>();
  private final Map<String, Opportunity> opportunities = new HashMap<>();
  private final Map<String, Decision> decisions = new HashMap<>();
  private final EventCounts counts = new EventCounts();

  /** When and where a clearance was decided. */
  public record Decision(long index, Instant at) {}

  /**
   * @param onlySubject the one person whose passport is wanted; null for everybody's
   */
  public History(@Nullable String onlySubject) {
    this.onlySubject = onlySubject;
  }

  /** Folds the next event in. */
  public void apply(RecordedEvent event) {
    counts.add(event);
    switch (event.data()) {
      case PartnerEvent e ->
          partners.compute(event.subject(), (code, before) -> after(code, before, e));
      case RoleEvent e -> roles.compute(event.subject(), (id, before) -> after(id, before, e));
      case OpportunityEvent e ->
          opportunities.compute(
              event.subject(),
              (id, before) -> (before == null ? Opportunity.unknown(id) : before).evolve(e));
      case VolunteerEvent e -> {
        if (e instanceof ClearedForRole cleared) {
          decisions.put(
              key(event.subject(), Clearance.key(cleared.partner(), cleared.roleId())),
              new Decision(event.logIndex(), event.recordedAt()));
        }
        fold(event);
      }
      case ApplicationEvent _, PlacementEvent _, PassportEvent _ -> fold(event);
      case ProgrammeEvent e ->
          programmes.compute(event.subject(), (id, before) -> after(id, before, e));
      case SurgeEvent e -> surges.compute(event.subject(), (id, before) -> after(id, before, e));
    }
  }

  private void fold(RecordedEvent event) {
    String subject = event.subject();
    if (onlySubject == null || onlySubject.equals(subject)) {
      Passport before = passports.getOrDefault(subject, Passport.empty(subject));
      passports.put(subject, before.evolve(event));
    }
  }

  private static Partner after(String code, @Nullable Partner before, PartnerEvent event) {
    return (before == null ? Partner.unknown(code) : before).evolve(event);
  }

  private static Role after(String id, @Nullable Role before, RoleEvent event) {
    return (before == null ? Role.unknown(id) : before).evolve(event);
  }

  private static Surge after(String id, @Nullable Surge before, SurgeEvent event) {
    return (before == null ? Surge.unknown(id) : before).evolve(event);
  }

  private static Programme after(String id, @Nullable Programme before, ProgrammeEvent event) {
    return (before == null ? Programme.unknown(id) : before).evolve(event);
  }

  private static String key(String subject, String clearance) {
    return subject + " " + clearance;
  }

  /** Passports by person, in the order in which the log first speaks of them. */
  public Map<String, Passport> passports() {
    return passports;
  }

  /** The partner; one that has not been registered has no name and no policy. */
  public Partner partner(String code) {
    return partners.getOrDefault(code, Partner.unknown(code));
  }

  /** Partners by code. */
  public Map<String, Partner> partners() {
    return partners;
  }

  /** Roles by id. */
  public Map<String, Role> roles() {
    return roles;
  }

  /** Programmes by id. */
  public Map<String, Programme> programmes() {
    return programmes;
  }

  /** Surges by id. */
  public Map<String, Surge> surges() {
    return surges;
  }

  /** Opportunities by id. */
  public Map<String, Opportunity> opportunities() {
    return opportunities;
  }

  public Optional<Role> role(String id) {
    return Optional.ofNullable(roles.get(id));
  }

  Optional<Decision> decision(String subject, Clearance clearance) {
    return Optional.ofNullable(
        decisions.get(key(subject, Clearance.key(clearance.partner(), clearance.roleId()))));
  }

  EventCounts counts() {
    return counts;
  }
}
