package org.icsregistry.contracts.rules;

import static org.icsregistry.contracts.code.CheckCode.*;
import static org.icsregistry.contracts.code.ReasonCode.*;
import static org.icsregistry.contracts.rules.Given.*;
import static org.icsregistry.contracts.rules.HeldItem.*;
import static org.icsregistry.contracts.rules.Row.*;

import java.util.stream.Stream;
import org.icsregistry.contracts.code.CheckOutcome;

/** Rows about what is asked for somebody below 18, which nobody can take over from another. */
final class YoungRows {

  private YoungRows() {}

  static Stream<Row> rows() {
    return Stream.of(PARENTAL_CONSENT, YOUNG_PERSON_RISK_ASSESSMENT)
        .flatMap(check ->
            Stream.of(
                row(check + " not held", line(check), trusting(), missing(NOT_HELD, check)),
                row(check + " own", line(check), trusting(), own(), aCheck(check)),
                row(
                    check + " refused",
                    line(check),
                    trusting(),
                    repeat(OUTCOME_NOT_MET, check, US),
                    aCheck(check).outcome(CheckOutcome.NOT_MET)),
                row(
                    check + " given to another",
                    line(check),
                    trusting(),
                    repeat(NOT_PORTABLE, check, THEM),
                    aCheck(check).theirs())))
        .map(row -> row.born(TODAY.minusYears(18).plusDays(1)));
  }
}
