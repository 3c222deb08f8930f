package org.icsregistry.contracts.rules;

import static org.icsregistry.contracts.code.BarredLists.*;
import static org.icsregistry.contracts.code.CheckCode.*;
import static org.icsregistry.contracts.code.CheckLevel.*;
import static org.icsregistry.contracts.code.ReasonCode.*;
import static org.icsregistry.contracts.code.Workforce.*;
import static org.icsregistry.contracts.rules.Given.*;
import static org.icsregistry.contracts.rules.HeldItem.*;
import static org.icsregistry.contracts.rules.Row.*;

import java.util.Set;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.BarredLists;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.Workforce;
import org.jspecify.annotations.Nullable;

/** Rows about relying on another organisation's check: what the law and its nature allow. */
final class RelianceRows {

  private RelianceRows() {}

  static Stream<Row> rows() {
    return Stream.of(levels(), workforces(), barredLists(), outcomes(), originals())
        .flatMap(rows -> rows);
  }

  private static Stream<Row> levels() {
    // NHS Employers role eligibility: a role has a legal maximum as well as a minimum.
    var line = dbs(STANDARD, ENHANCED);
    var above = repeat(LEVEL_ABOVE_ENTITLEMENT, DBS, THEM);
    return Stream.of(
        row("at the floor", line, trusting(), reused(), aDbs(STANDARD).theirs()),
        row("at the maximum", line, trusting(), reused(), aDbs(ENHANCED).theirs()),
        row("above the maximum", line, trusting(), above, aDbs(ENHANCED_BARRED).theirs()),
        row(
            "below the floor",
            line,
            trusting(),
            repeat(LEVEL_TOO_LOW, DBS, THEM),
            aDbs(BASIC).theirs()),
        row("own above the maximum", line, trusting(), own(), aDbs(ENHANCED_BARRED)),
        row(
            "no maximum stated",
            line(DBS, STANDARD),
            trusting(),
            reused(),
            aDbs(ENHANCED_BARRED).theirs()),
        row(
            "maximum without a floor, no level",
            line(DBS, null, CheckLevel.BASIC, null, null, null, null),
            trusting(),
            reused(),
            aCheck(DBS).theirs()));
  }

  private static Stream<Row> workforces() {
    // DBS Update Service employer guide: another's certificate only for the same workforce. Its own
    // certificate for both covers each.
    return Stream.of(Workforce.values())
        .flatMap(asked ->
            Stream.concat(Stream.of(Workforce.values()), Stream.of((Workforce) null))
                .flatMap(held -> workforce(asked, held)));
  }

  private static Stream<Row> workforce(Workforce asked, @Nullable Workforce held) {
    boolean same = held == asked;
    boolean wider = held == CHILD_AND_ADULT && Set.of(ADULT, CHILD).contains(asked);
    var name = held + " workforce where " + asked + " is asked";
    return Stream.of(
        row(
            name + ", own",
            dbs(asked),
            trusting(),
            same || wider ? own() : repeat(WORKFORCE_MISMATCH, DBS, US),
            aCheck(DBS).workforce(held)),
        row(
            name + ", another's",
            dbs(asked),
            trusting(),
            same ? reused() : repeat(WORKFORCE_MISMATCH, DBS, THEM),
            aCheck(DBS).workforce(held).theirs()));
  }

  private static Stream<Row> barredLists() {
    // DBS Update Service employer guide: another's certificate has the lists the role needs and
    // none it is not entitled to. Its own certificate for both covers each.
    return Stream.of(BarredLists.values())
        .flatMap(asked ->
            Stream.concat(Stream.of(BarredLists.values()), Stream.of((BarredLists) null))
                .flatMap(held -> lists(asked, held)));
  }

  private static Stream<Row> lists(BarredLists asked, @Nullable BarredLists held) {
    boolean same = held == asked || asked == NONE;
    boolean wider = held == BOTH && Set.of(ADULTS, CHILDREN).contains(asked);
    var name = held + " lists where " + asked + " is asked";
    return Stream.of(
        row(
            name + ", own",
            dbs(asked),
            trusting(),
            same || wider ? own() : repeat(BARRED_LIST_MISMATCH, DBS, US),
            aCheck(DBS).lists(held)),
        row(
            name + ", another's",
            dbs(asked),
            trusting(),
            same ? reused() : repeat(BARRED_LIST_MISMATCH, DBS, THEM),
            aCheck(DBS).lists(held).theirs()));
  }

  private static Stream<Row> outcomes() {
    // A decision against somebody was made for a role and a context there: it must not become a
    // blacklist. A risk assessment and "not required" were about another role too, so both have to
    // be made anew. Health outcomes are reusable.
    return Stream.of(CheckOutcome.values())
        .map(outcome ->
            row(
                "another's outcome " + outcome,
                line(WORK_HEALTH),
                trusting(),
                switch (outcome) {
                  case MET, CLEAR_TO_PLACE, FIT, FIT_WITH_ADJUSTMENTS -> reused();
                  case NOT_REQUIRED, PLACED_AFTER_RISK_ASSESSMENT ->
                      repeat(LOCAL_RULE, WORK_HEALTH, THEM);
                  case NOT_MET,
                      NOT_PLACED,
                      FIT_WITH_RESTRICTIONS,
                      TEMPORARILY_NOT_CLEARED,
                      NOT_CLEARED ->
                      missing(NOT_HELD, WORK_HEALTH);
                },
                aCheck(WORK_HEALTH).outcome(outcome).theirs()));
  }

  private static Stream<Row> originals() {
    // DBS Update Service employer guide: the original certificate has been seen.
    return Stream.of(
        row(
            "another's original not seen",
            line(DBS),
            trusting(),
            repeat(ORIGINAL_NOT_SEEN, DBS, THEM),
            aCheck(DBS).originalNotSeen().theirs()),
        row("own original not seen", line(DBS), trusting(), own(), aCheck(DBS).originalNotSeen()),
        row(
            "only a DBS check has an original",
            line(IDENTITY),
            trusting(),
            reused(),
            aCheck(IDENTITY).originalNotSeen().theirs()),
        row(
            "another's, withdrawn by it",
            line(DBS),
            trusting(),
            missing(WITHDRAWN_BY_ISSUER, DBS),
            aCheck(DBS).withdrawn(true).theirs()));
  }
}
