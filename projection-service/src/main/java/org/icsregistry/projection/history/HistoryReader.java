package org.icsregistry.projection.history;

import java.util.regex.Pattern;
import org.icsregistry.contracts.message.Format;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.audit.AuditEntry;
import org.icsregistry.projection.audit.AuditPage;
import org.icsregistry.projection.audit.AuditQuery;
import org.icsregistry.projection.audit.AuditTrail;
import org.icsregistry.projection.directory.GoodStanding;
import org.icsregistry.projection.passport.PassportReader;
import org.springframework.stereotype.Component;

/**
 * Shows entries of the log to those who may see them. Entries about a person name their checks and
 * dates, if no person; so they are details, and whoever does not see details sees only what its own
 * organisation recorded.
 */
@Component
public class HistoryReader {

  private static final Pattern PERSON = Pattern.compile(Format.UUID);

  private final AuditTrail trail;
  private final PassportReader passports;
  private final GoodStanding standing;

  HistoryReader(AuditTrail trail, PassportReader passports, GoodStanding standing) {
    this.trail = trail;
    this.passports = passports;
    this.standing = standing;
  }

  /**
   * The entries that fit the question and that the caller may see.
   *
   * @throws Refusal 403 when the question goes beyond what the caller may see
   */
  public AuditPage page(Caller caller, AuditQuery query) {
    standing.require(caller);
    return trail.page(seesAllOf(caller, query) ? query : ownPartOf(caller, query));
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
        .filter(entry -> recordedBySelf(caller, entry) || seesAllAbout(caller, entry.subject()))
        .orElseThrow(HistoryReader::missing);
  }

  /** What says that there is nothing, or nothing to be seen. */
  public static Refusal missing() {
    return new Refusal(
        ProblemCode.NOT_FOUND,
        "the index of an entry in the log that you may see",
        "another number",
        "go back to the audit trail");
  }

  private boolean seesAllOf(Caller caller, AuditQuery query) {
    return Access.allows(caller, Right.SEE_LOG, Bond.NONE)
        || query.subject().filter(subject -> seesAllAbout(caller, subject)).isPresent();
  }

  private boolean seesAllAbout(Caller caller, String subject) {
    if (!PERSON.matcher(subject).matches()) {
      return Access.allows(caller, Right.SEE_DIRECTORY, Bond.NONE);
    }
    return Access.allows(caller, Right.SEE_LOG, Bond.NONE)
        || Access.allows(caller, Right.SEE_HISTORY, passports.bond(caller, subject));
  }

  private static boolean recordedBySelf(Caller caller, AuditEntry entry) {
    return entry.org().equals(caller.organisation())
        && Access.allows(caller, Right.SEE_OWN_ENTRIES, Bond.OWN);
  }

  private static AuditQuery ownPartOf(Caller caller, AuditQuery query) {
    Access.require(caller, Right.SEE_OWN_ENTRIES, Bond.OWN);
    var own = caller.organisation();
    if (query.org().filter(org -> !org.equals(own)).isPresent()) {
      throw new Refusal(
          ProblemCode.NOT_ALLOWED,
          "org=" + own + ", your own organisation, or none",
          "another organisation",
          "leave org out; ask for a person who shares details with you, an organisation or a role"
              + " as subject to see what others recorded about it");
    }
    return query.recordedBy(own);
  }
}
