package org.icsregistry.contracts.rules;

import static org.icsregistry.contracts.code.CheckCode.*;
import static org.icsregistry.contracts.code.CheckLevel.*;
import static org.icsregistry.contracts.code.ReasonCode.*;
import static org.icsregistry.contracts.rules.Given.*;
import static org.icsregistry.contracts.rules.HeldItem.*;
import static org.icsregistry.contracts.rules.Row.*;

import java.util.stream.Stream;
import org.icsregistry.contracts.code.CheckOutcome;

/** Rows about which of several items is named: always item-1, whatever the order of the log. */
final class ChoiceRows {

  private ChoiceRows() {}

  static Stream<Row> rows() {
    var line = line(DBS, ENHANCED);
    var asked = policy(withStatusCheck("DBS"));
    return Stream.of(
        row(
            "satisfied before refused",
            line,
            trusting(),
            reused(),
            aDbs(ENHANCED).theirs(),
            aDbs(BASIC).id("item-0")),
        row(
            "own before another's",
            line,
            trusting(),
            own(),
            aDbs(ENHANCED),
            aDbs(ENHANCED).id("item-0").theirs()),
        row(
            "lasting longer",
            training("CSTF_FIRE", 24, true),
            noPolicy(),
            own(TODAY.plusMonths(23)),
            aTraining("CSTF_FIRE"),
            aTraining("CSTF_FIRE").id("item-0").completedOn(TODAY.minusMonths(20))),
        row(
            "without an end before with one",
            line(RIGHT_TO_VOLUNTEER),
            noPolicy(),
            own(),
            aCheck(RIGHT_TO_VOLUNTEER),
            aCheck(RIGHT_TO_VOLUNTEER).id("item-0").validUntil(TODAY.plusYears(9))),
        row(
            "of two alike the first id",
            line,
            noPolicy(),
            own(),
            aDbs(ENHANCED),
            aDbs(ENHANCED).id("item-2")),
        row(
            "status check before repeating",
            line,
            asked,
            statusCheckNeeded(),
            aDbs(ENHANCED).theirs(),
            aDbs(STANDARD).id("item-0")),
        row(
            "own before a status check",
            line,
            asked,
            own(),
            aDbs(ENHANCED),
            aDbs(ENHANCED).id("item-0").theirs()),
        row(
            "what came closer",
            line,
            trusting(),
            repeat(ORIGINAL_NOT_SEEN, DBS, THEM),
            aDbs(ENHANCED).theirs().originalNotSeen(),
            aDbs(BASIC).id("item-0").theirs(),
            aDbs(ENHANCED).id("item-2").theirs().withdrawn(true)),
        row(
            "refused before erased",
            line,
            trusting(),
            repeat(LEVEL_TOO_LOW, DBS, US),
            aDbs(BASIC),
            aDbs(ENHANCED).id("item-0").erased()),
        row(
            "refused before another's decision against",
            line,
            trusting(),
            repeat(LEVEL_TOO_LOW, DBS, THEM),
            aDbs(BASIC).theirs(),
            aDbs(ENHANCED).id("item-0").theirs().outcome(CheckOutcome.NOT_PLACED)),
        row(
            "withdrawn before erased",
            line,
            noPolicy(),
            missing(WITHDRAWN_BY_ISSUER, DBS),
            aDbs(ENHANCED).withdrawn(true),
            aDbs(ENHANCED).id("item-0").erased()));
  }
}
