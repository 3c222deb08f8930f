package org.icsregistry.contracts.rules;

import static org.icsregistry.contracts.code.CheckCode.*;
import static org.icsregistry.contracts.code.CheckLevel.*;
import static org.icsregistry.contracts.code.ReasonCode.*;
import static org.icsregistry.contracts.rules.Given.*;
import static org.icsregistry.contracts.rules.HeldItem.*;
import static org.icsregistry.contracts.rules.Row.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.StatusResult;

/** Rows about a partner's own checks: what every item has to be, whoever recorded it. */
final class CheckRows {

  /** From low to high; GPG 45 and the DBS. */
  private static final List<CheckLevel> IDENTITY_LEVELS = List.of(LOW, MEDIUM, HIGH, VERY_HIGH);

  private static final List<CheckLevel> DBS_LEVELS =
      List.of(BASIC, STANDARD, ENHANCED, ENHANCED_BARRED);

  /** An organisation that decided one of these would place the person. */
  private static final Set<CheckOutcome> POSITIVE =
      Set.of(
          CheckOutcome.MET,
          CheckOutcome.NOT_REQUIRED,
          CheckOutcome.CLEAR_TO_PLACE,
          CheckOutcome.PLACED_AFTER_RISK_ASSESSMENT,
          CheckOutcome.FIT,
          CheckOutcome.FIT_WITH_ADJUSTMENTS);

  private CheckRows() {}

  static Stream<Row> rows() {
    return Stream.of(held(), outcomes(), levels(), counts(), ages(), minimumAge())
        .flatMap(rows -> rows);
  }

  private static Stream<Row> held() {
    // The six NHS Employment Check Standards; a partner's own item needs no recognition.
    var each =
        Stream.of(CheckCode.values())
            .filter(check -> !check.onlyForTheYoung())
            .flatMap(check ->
                Stream.of(
                    row(check + " not held", line(check), noPolicy(), missing(NOT_HELD, check)),
                    row(check + " own", line(check), noPolicy(), own(), aCheck(check)),
                    row(
                        check + " of another kind",
                        line(check),
                        noPolicy(),
                        missing(NOT_HELD, check),
                        aCheck(check == IDENTITY ? DBS : IDENTITY))));
    var gone =
        Stream.of(
            // UK GDPR Art. 17: what is erased cannot be relied on.
            row("erased", line(DBS), noPolicy(), missing(ERASED, DBS), aCheck(DBS).erased()),
            // Only the issuer withdraws (Digital Staff Passport); nobody rests on it after that.
            row(
                "withdrawn",
                line(DBS),
                noPolicy(),
                missing(WITHDRAWN_BY_ISSUER, DBS),
                aCheck(DBS).withdrawn(true)),
            // "What was valid on that day" evaluates dates in the payload.
            row(
                "completed on the day",
                line(IDENTITY),
                noPolicy(),
                own(),
                aCheck(IDENTITY).completedOn(TODAY)),
            row(
                "completed after the day",
                line(IDENTITY),
                noPolicy(),
                missing(NOT_HELD, IDENTITY),
                aCheck(IDENTITY).completedOn(TODAY.plusDays(1))),
            // DBS Update Service: new information means that a new certificate is needed.
            row(
                "own certificate with new information",
                line(DBS),
                noPolicy(),
                repeat(NEW_INFORMATION, DBS, US),
                aCheck(DBS).statusChecked(TODAY, StatusResult.NOT_CURRENT)),
            row(
                "own certificate with new information tomorrow",
                line(DBS),
                noPolicy(),
                own(),
                aCheck(DBS).statusChecked(TODAY.plusDays(1), StatusResult.NOT_CURRENT)));
    return Stream.concat(each, gone);
  }

  private static Stream<Row> outcomes() {
    // Decision vocabulary of the DBS code of practice and of work health assessments.
    return Stream.of(CheckOutcome.values())
        .map(outcome ->
            row(
                "own outcome " + outcome,
                line(WORK_HEALTH),
                noPolicy(),
                POSITIVE.contains(outcome) ? own() : repeat(OUTCOME_NOT_MET, WORK_HEALTH, US),
                aCheck(WORK_HEALTH).outcome(outcome)));
  }

  private static Stream<Row> levels() {
    // Higher satisfies lower within one check: GPG 45 confidence; DBS levels.
    return Stream.concat(
        levels(IDENTITY, IDENTITY_LEVELS, DBS_LEVELS), levels(DBS, DBS_LEVELS, IDENTITY_LEVELS));
  }

  private static Stream<Row> levels(
      CheckCode check, List<CheckLevel> ranked, List<CheckLevel> foreign) {
    var tooLow = repeat(check == IDENTITY ? IDENTITY_LEVEL_TOO_LOW : LEVEL_TOO_LOW, check, US);
    return ranked.stream()
        .flatMap(asked ->
            Stream.concat(
                ranked.stream()
                    .map(held ->
                        row(
                            held + " where " + asked + " is asked",
                            line(check, asked),
                            noPolicy(),
                            ranked.indexOf(held) >= ranked.indexOf(asked) ? own() : tooLow,
                            aCheck(check).level(held))),
                Stream.of(
                    row(
                        "no level where " + asked + " is asked",
                        line(check, asked),
                        noPolicy(),
                        tooLow,
                        aCheck(check)),
                    row(
                        "a level of another check where " + asked + " is asked",
                        line(check, asked),
                        noPolicy(),
                        tooLow,
                        aCheck(check).level(foreign.getLast())))));
  }

  private static Stream<Row> counts() {
    // NHS Employers: two references are common, some trusts accept one.
    return Stream.of(
        row("two of two", references(2), noPolicy(), own(), aCheck(REFERENCES).count(2)),
        row("three of two", references(2), noPolicy(), own(), aCheck(REFERENCES).count(3)),
        row(
            "one of two",
            references(2),
            noPolicy(),
            repeat(TOO_FEW, REFERENCES, US),
            aCheck(REFERENCES).count(1)),
        row(
            "no count",
            references(1),
            noPolicy(),
            repeat(TOO_FEW, REFERENCES, US),
            aCheck(REFERENCES)));
  }

  private static Stream<Row> ages() {
    var done = LocalDate.of(2025, 8, 31);
    // References are reusable for 12 months; the limit's last day counts.
    var limited = aged(REFERENCES, 6);
    // Six months after 31 August is 28 February.
    var last = LocalDate.of(2026, 2, 28);
    var tooOld = repeat(TOO_OLD_FOR_POLICY, REFERENCES, US);
    // Right to volunteer: until the permission ends.
    var expired = repeat(EXPIRED, RIGHT_TO_VOLUNTEER, US);
    var permission = aCheck(RIGHT_TO_VOLUNTEER).completedOn(done).validUntil(last);
    return Stream.of(
        row("young", limited, noPolicy(), own(last), aCheck(REFERENCES).completedOn(done)).on(done),
        row("last day", limited, noPolicy(), own(last), aCheck(REFERENCES).completedOn(done))
            .on(last),
        row("day after", limited, noPolicy(), tooOld, aCheck(REFERENCES).completedOn(done))
            .on(last.plusDays(1)),
        row("permitted", line(RIGHT_TO_VOLUNTEER), noPolicy(), own(last), permission).on(last),
        row("permission ended", line(RIGHT_TO_VOLUNTEER), noPolicy(), expired, permission)
            .on(last.plusDays(1)),
        row(
                "the permission ends before the limit",
                aged(RIGHT_TO_VOLUNTEER, 12),
                noPolicy(),
                own(last),
                permission)
            .on(done),
        row(
                "the limit ends before the permission",
                aged(RIGHT_TO_VOLUNTEER, 1),
                noPolicy(),
                own(LocalDate.of(2025, 9, 30)),
                permission)
            .on(done));
  }

  private static Stream<Row> minimumAge() {
    // No DBS check is made before the age of 16: Protection of Freedoms Act 2012 s.80.
    var sixteenTomorrow = TODAY.plusDays(1).minusYears(16);
    return Stream.of(
        row("DBS at 15", line(DBS), noPolicy(), AgeRows.wait(TOO_YOUNG)).born(sixteenTomorrow),
        row("DBS at 16", line(DBS), noPolicy(), missing(NOT_HELD, DBS))
            .born(sixteenTomorrow)
            .on(TODAY.plusDays(1)),
        row("DBS, age erased", line(DBS), noPolicy(), missing(NOT_HELD, DBS)).born(null),
        row("identity at 15", line(IDENTITY), noPolicy(), missing(NOT_HELD, IDENTITY))
            .born(sixteenTomorrow));
  }
}
