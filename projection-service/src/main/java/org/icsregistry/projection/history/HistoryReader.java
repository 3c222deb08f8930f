package org.icsregistry.projection.history;

import java.time.Clock;
import java.util.List;
import org.icsregistry.contracts.directory.Opportunity;
import org.icsregistry.contracts.message.Format;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.message.OpportunityEvent;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityAmended;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityPublished;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.access.RightRefusal;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.audit.AuditEntry;
import org.icsregistry.projection.audit.AuditPage;
import org.icsregistry.projection.audit.AuditQuery;
import org.icsregistry.projection.audit.AuditTrail;
import org.icsregistry.projection.audit.Discretion;
import org.icsregistry.projection.audit.TiedTrail;
import org.icsregistry.projection.directory.GoodStanding;
import org.icsregistry.projection.look.Looks;
import org.icsregistry.projection.rows.Asker;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows entries of the log to those who may see them. Entries about a person name their checks and
 * dates, if no person; so they are details, and whoever does not see details sees only what its own
 * organisation recorded.
 */
@Component
public class HistoryReader {

  /** What says whom an opportunity reaches. */
  private static final List<String> OFFERS =
      List.of(
          MessageTypes.nameOf(OpportunityPublished.class),
          MessageTypes.nameOf(OpportunityAmended.class));

  private final AuditTrail trail;
  private final TiedTrail tied;
  private final GoodStanding standing;
  private final Looks looks;
  private final Clock clock;

  HistoryReader(AuditTrail trail, TiedTrail tied, GoodStanding standing, Looks looks, Clock clock) {
    this.trail = trail;
    this.tied = tied;
    this.standing = standing;
    this.looks = looks;
    this.clock = clock;
  }

  /**
   * The entries that fit the question and that the caller may see.
   *
   * @throws Refusal 403 when the question goes beyond what the caller may see
   */
  public AuditPage page(Caller caller, AuditQuery query) {
    var discretion = discretion(caller);
    var person = query.subject().filter(Format::isUuid);
    if (discretion != null && person.isPresent()) {
      return about(person.get(), caller, query, discretion);
    }
    standing.require(caller);
    if (discretion == null
        || query.subject().filter(subject -> isOpenTo(caller, subject)).isPresent()) {
      return trail.page(query, discretion);
    }
    requireOwnPart(caller, query);
    return trail.page(query.recordedBy(caller.organisation()), discretion);
  }

  private AuditPage about(String person, Caller caller, AuditQuery query, Discretion discretion) {
    var asker = Asker.of(caller, clock.instant());
    var asked = tied.page(query, discretion, asker, Access.ties(caller, Right.SEE_HISTORY));
    standing.require(caller, asked.standing());
    if (!seesAllAbout(caller, person, asked.bond())) {
      requireOwnPart(caller, query);
    }
    return asked.found();
  }

  /**
   * One entry.
   *
   * @throws Refusal 404 if there is none or the caller may not see it, which the answer does not
   *     tell apart
   */
  public AuditEntry entry(Caller caller, long logIndex) {
    var asked = tied.entry(logIndex, Asker.of(caller, clock.instant()));
    if (asked.isEmpty()) {
      standing.require(caller);
      throw missing();
    }
    standing.require(caller, asked.get().standing());
    var entry = asked.get().found();
    if (mayBeTold(caller, entry)
        && (recordedBySelf(caller, entry)
            || seesAllAbout(caller, entry.subject(), asked.get().bond()))) {
      return entry;
    }
    throw missing();
  }

  /** What says that there is nothing, or nothing to be seen. */
  public static Refusal missing() {
    return new RightRefusal(
        Right.SEE_HISTORY,
        ProblemCode.NOT_FOUND,
        "the index of an entry in the log that you may see",
        "another number",
        "go back to the audit trail");
  }

  /** Writes down that details are looked at, where they are. */
  private boolean seesAllAbout(Caller caller, String subject, Bond bond) {
    if (Access.allows(caller, Right.SEE_LOG, Bond.NONE)) {
      return true;
    }
    if (!Format.isUuid(subject)) {
      return isOpenTo(caller, subject);
    }
    if (!Access.allows(caller, Right.SEE_HISTORY, bond)) {
      return false;
    }
    looks.note(caller, subject, bond);
    return true;
  }

  /**
   * Opportunities to those whom they reach, like their list; anything else that is no person to
   * everybody. The trail itself is asked, so that it shows no opportunity whose reach is not known
   * yet.
   */
  private boolean isOpenTo(Caller caller, String subject) {
    if (!Access.allows(caller, Right.SEE_DIRECTORY, Bond.NONE)) {
      return false;
    }
    var opportunity =
        trail.after(List.of(subject), OFFERS, -1).stream()
            .map(entry -> (OpportunityEvent) entry.data())
            .reduce(Opportunity.unknown(subject), Opportunity::evolve, (_, later) -> later);
    return opportunity.offer() == null || opportunity.reaches(caller.organisation());
  }

  private boolean mayBeTold(Caller caller, AuditEntry entry) {
    var discretion = discretion(caller);
    return discretion == null || discretion.allows(entry.decoded());
  }

  /** Absent for those who oversee the log. */
  private @Nullable Discretion discretion(Caller caller) {
    if (Access.allows(caller, Right.SEE_LOG, Bond.NONE)) {
      return null;
    }
    return caller.speaksForPartner()
        ? new Discretion.TowardsOrganisation(caller.organisation())
        : new Discretion.TowardsPerson(clock.instant());
  }

  private static boolean recordedBySelf(Caller caller, AuditEntry entry) {
    return entry.org().equals(caller.organisation())
        && Access.allows(caller, Right.SEE_OWN_ENTRIES, Bond.OWN);
  }

  private static void requireOwnPart(Caller caller, AuditQuery query) {
    Access.require(caller, Right.SEE_OWN_ENTRIES, Bond.OWN);
    var own = caller.organisation();
    if (query.org().filter(org -> !org.equals(own)).isPresent()) {
      throw new RightRefusal(
          Right.SEE_LOG,
          ProblemCode.NOT_ALLOWED,
          "org=" + own + ", your own organisation, or none",
          "another organisation",
          "leave org out; ask for a person who shares details with you, an organisation or a role"
              + " as subject to see what others recorded about it");
    }
  }
}
