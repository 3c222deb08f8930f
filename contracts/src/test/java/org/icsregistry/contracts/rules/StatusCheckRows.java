package org.icsregistry.contracts.rules;

import static org.icsregistry.contracts.code.CheckCode.*;
import static org.icsregistry.contracts.code.ReasonCode.*;
import static org.icsregistry.contracts.code.StatusResult.*;
import static org.icsregistry.contracts.rules.Given.*;
import static org.icsregistry.contracts.rules.HeldItem.*;
import static org.icsregistry.contracts.rules.Row.*;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * Rows about the DBS Update Service: a certificate does not expire, a status check makes it
 * reusable. Source: DBS Update Service employer guide.
 */
final class StatusCheckRows {

  private StatusCheckRows() {}

  static Stream<Row> rows() {
    return Stream.of(preconditions(), freshness(), newInformation()).flatMap(rows -> rows);
  }

  private static Stream<Row> preconditions() {
    // Subscription and the person's consent come before any status check.
    var asked = policy(withStatusCheck("DBS"));
    var line = line(DBS);
    var notSubscribed = repeat(NOT_ON_UPDATE_SERVICE, DBS, THEM);
    var noConsent = repeat(CONSENT_MISSING, DBS, THEM);
    return Stream.of(
        row("no status check yet", line, asked, statusCheckNeeded(), aCheck(DBS).theirs()),
        row(
            "not subscribed",
            line,
            asked,
            notSubscribed,
            aCheck(DBS).onUpdateService(false, true).theirs()),
        row(
            "subscription unknown",
            line,
            asked,
            notSubscribed,
            aCheck(DBS).onUpdateService(null, true).theirs()),
        row(
            "no consent",
            line,
            asked,
            noConsent,
            aCheck(DBS).onUpdateService(true, false).theirs()),
        row(
            "consent unknown",
            line,
            asked,
            noConsent,
            aCheck(DBS).onUpdateService(true, null).theirs()),
        row("own needs none", line, asked, own(), aCheck(DBS).onUpdateService(false, false)),
        row(
            "not asked by the policy",
            line,
            trusting(),
            reused(),
            aCheck(DBS).onUpdateService(false, false).theirs()),
        row(
            "only a DBS check has a status",
            line(IDENTITY),
            policy(withStatusCheck("*")),
            reused(),
            aCheck(IDENTITY).onUpdateService(false, false).theirs()),
        row(
            "status check before the original is seen",
            line,
            asked,
            repeat(ORIGINAL_NOT_SEEN, DBS, THEM),
            aCheck(DBS).originalNotSeen().theirs()));
  }

  private static Stream<Row> freshness() {
    // How long a status check counts is the policy's: three months here; the last day counts.
    var asked = policy(withStatusCheck("DBS"));
    var line = line(DBS);
    var checked = LocalDate.of(2026, 5, 31);
    var last = LocalDate.of(2026, 8, 31);
    var current =
        aCheck(DBS).theirs().completedOn(LocalDate.of(2026, 1, 2)).statusChecked(checked, CURRENT);
    return Stream.of(
        row("fresh on the day", line, asked, reused(last), current).on(checked),
        row("fresh on the last day", line, asked, reused(last), current).on(last),
        row("stale the day after", line, asked, statusCheckNeeded(), current).on(last.plusDays(1)),
        row("not known before it was made", line, asked, statusCheckNeeded(), current)
            .on(checked.minusDays(1)),
        row(
            "its result erased",
            line,
            asked,
            statusCheckNeeded(),
            aCheck(DBS).theirs().statusChecked(TODAY, null)),
        row(
                "the policy's age limit ends first",
                line,
                policy(
                    new RecognitionRule(
                        "DBS", withStatusCheck("DBS").fromCategories(), null, null, 6, true, null)),
                reused(LocalDate.of(2026, 7, 2)),
                current)
            .on(checked),
        row(
                "a status check counts for nothing where none is asked",
                line,
                trusting(),
                reused(),
                current)
            .on(last.plusDays(1)));
  }

  private static Stream<Row> newInformation() {
    // New information means that a new certificate is needed.
    var asked = policy(withStatusCheck("DBS"));
    var line = line(DBS);
    var newInformation = repeat(NEW_INFORMATION, DBS, THEM);
    var notCurrent = aCheck(DBS).theirs().statusChecked(TODAY, NOT_CURRENT);
    return Stream.of(
        row("new information", line, asked, newInformation, notCurrent),
        row("new information does not age", line, asked, newInformation, notCurrent)
            .on(TODAY.plusYears(2)),
        row(
            "new information where no status check is asked",
            line,
            trusting(),
            newInformation,
            notCurrent),
        row("new information that came later", line, trusting(), reused(), notCurrent)
            .on(TODAY.minusDays(1)));
  }
}
