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
import org.icsregistry.projection.directory.GoodStanding;
import org.icsregistry.projection.look.Looks;
import org.icsregistry.projection.passport.PassportReader;
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
  private final PassportReader passports;
  private final GoodStanding standing;
  private final Looks looks;
  private final Clock clock;

  HistoryReader(
      AuditTrail trail, PassportReader passports, GoodStanding standing, Looks looks, Clock clock) {
    this.trail = trail;
    this.passports = passports;
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
    standing.require(caller);
    if (query.subject().filter(subject -> seesAllAbout(caller, subject)).isPresent()
        || Access.allows(caller, Right.SEE_LOG, Bond.NONE)) {
      return trail.page(query, discretion(caller));
    }
    return trail.page(ownPartOf(caller, query), discretion(caller));
  }

  /**
   * One entry.
   *
   * @throws Refusal 404 if there is none or the caller may not see it, which the answer does not
   *     tell apart
   */
  public AuditEntry entry(Caller caller, long logIndex) {
    standing.require(caller);
    return trail
        .entry(logIndex)
        .filter(entry -> mayBeTold(caller, entry))
        .filter(entry -> recordedBySelf(caller, entry) || seesAllAbout(caller, entry.subject()))
        .orElseThrow(HistoryReader::missing);
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
  private boolean seesAllAbout(Caller caller, String subject) {
    if (Access.allows(caller, Right.SEE_LOG, Bond.NONE)) {
      return true;
    }
    if (!Format.isUuid(subject)) {
      return Access.allows(caller, Right.SEE_DIRECTORY, Bond.NONE)
          && isOpenTo(caller.organisation(), subject);
    }
    var bond = passports.bond(caller, subject);
    if (!Access.allows(caller, Right.SEE_HISTORY, bond)) {
      return false;
    }
    looks.note(caller, subject, bond);
    return true;
  }

  /**
   * Like the list of opportunities; anything else is open to everybody. The trail itself is asked,
   * so that it shows no opportunity whose reach is not known yet.
   */
  private boolean isOpenTo(String organisation, String subject) {
    var opportunity =
        trail.after(List.of(subject), OFFERS, -1).stream()
            .map(entry -> (OpportunityEvent) entry.data())
            .reduce(Opportunity.unknown(subject), Opportunity::evolve, (_, later) -> later);
    return opportunity.offer() == null || opportunity.reaches(organisation);
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
        ? Discretion.towards(caller.organisation())
        : Discretion.towardsPerson(clock.instant());
  }

  private static boolean recordedBySelf(Caller caller, AuditEntry entry) {
    return entry.org().equals(caller.organisation())
        && Access.allows(caller, Right.SEE_OWN_ENTRIES, Bond.OWN);
  }

  private static AuditQuery ownPartOf(Caller caller, AuditQuery query) {
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
    return query.recordedBy(own);
  }
}
