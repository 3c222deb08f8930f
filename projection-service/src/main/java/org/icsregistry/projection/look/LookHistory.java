package org.icsregistry.projection.look;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.icsregistry.contracts.code.EmergencyReason;
import org.icsregistry.contracts.code.LookGround;
import org.icsregistry.contracts.code.LookOffice;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.LookEvent;
import org.icsregistry.contracts.message.LookEvent.DetailsViewed;
import org.icsregistry.contracts.message.LookEvent.GlassBroken;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.audit.AuditTrail;
import org.icsregistry.projection.audit.Discretion;
import org.icsregistry.projection.directory.DirectoryQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who has looked, and who saw an emergency, from the log. */
@Component
public class LookHistory {

  private static final int MOST = 100;

  private final AuditTrail trail;
  private final DirectoryQueries directory;
  private final Clock clock;

  LookHistory(AuditTrail trail, DirectoryQueries directory, Clock clock) {
    this.trail = trail;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Somebody looked, or saw an emergency.
   *
   * @param partner name of the organisation
   * @param office absent for an emergency itself
   * @param viewer who, as a pseudonym; absent for an emergency itself
   * @param reason absent for a look
   */
  public record Look(
      long logIndex,
      String subject,
      String partner,
      Instant at,
      Instant tellFrom,
      @Nullable LookOffice office,
      @Nullable LookGround ground,
      @Nullable String viewer,
      @Nullable EmergencyReason reason) {}

  /** What a person may be told by now, the latest first. */
  public List<Look> at(String person) {
    var told = new Discretion.TowardsPerson(clock.instant());
    return shown(
        trail.latest(List.of("DetailsViewed.v1", "GlassBroken.v1"), person, MOST).stream()
            .filter(told::allows)
            .toList());
  }

  /**
   * Emergencies at all partners, the latest first.
   *
   * @throws org.icsregistry.contracts.problem.Refusal 403 unless the caller oversees the log
   */
  public List<Look> emergencies(Caller caller) {
    Access.require(caller, Right.SEE_LOG, Bond.NONE);
    return shown(trail.latest(List.of("GlassBroken.v1"), null, MOST));
  }

  private List<Look> shown(List<RecordedEvent> entries) {
    var codes = entries.stream().map(e -> ((LookEvent) e.data()).partner()).distinct().toList();
    var names = directory.now(codes, List.of());
    return entries.stream()
        .map(entry ->
            switch ((LookEvent) entry.data()) {
              case DetailsViewed e ->
                  new Look(
                      entry.logIndex(),
                      entry.subject(),
                      names.name(e.partner()),
                      e.viewedAt(),
                      e.tellFrom(),
                      e.office(),
                      e.ground(),
                      e.viewer(),
                      null);
              case GlassBroken e ->
                  new Look(
                      entry.logIndex(),
                      entry.subject(),
                      names.name(e.partner()),
                      entry.recordedAt(),
                      e.tellFrom(),
                      null,
                      null,
                      null,
                      e.reason());
            })
        .toList();
  }
}
