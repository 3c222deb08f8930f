package org.icsregistry.contracts.rules;

import static org.icsregistry.contracts.code.ReasonCode.*;
import static org.icsregistry.contracts.rules.Given.*;
import static org.icsregistry.contracts.rules.Row.row;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.rules.RequirementStatus.Basis;
import org.icsregistry.contracts.rules.RequirementStatus.Gap;
import org.icsregistry.contracts.rules.RequirementStatus.Met;
import org.jspecify.annotations.Nullable;

/** Rows about the person's age on the day of the question. */
final class AgeRows {

  private AgeRows() {}

  static Stream<Row> rows() {
    // Many trusts: 16; NHS Volunteer Responders: 18; a transport scheme: 18 to 80.
    var birth = LocalDate.of(2008, 6, 15);
    var leapling = LocalDate.of(2008, 2, 29);
    // The last day at 80 is the eve of the 81st birthday.
    var eve = LocalDate.of(2089, 6, 14);
    var leapEve = LocalDate.of(2089, 2, 28);
    return Stream.of(
        row("eve of the 18th birthday", age(18, null), noPolicy(), wait(TOO_YOUNG))
            .born(birth)
            .on(LocalDate.of(2026, 6, 14)),
        row("18th birthday", age(18, null), noPolicy(), ofAge(null))
            .born(birth)
            .on(LocalDate.of(2026, 6, 15)),
        row("upper age, last day", age(18, 80), noPolicy(), ofAge(eve)).born(birth).on(eve),
        row("upper age, day after", age(18, 80), noPolicy(), other(TOO_OLD))
            .born(birth)
            .on(eve.plusDays(1)),
        // Born on 29 February: of age on 1 March where the year has no such day.
        row("leapling on 28 February", age(18, null), noPolicy(), wait(TOO_YOUNG))
            .born(leapling)
            .on(LocalDate.of(2026, 2, 28)),
        row("leapling on 1 March", age(18, null), noPolicy(), ofAge(null))
            .born(leapling)
            .on(LocalDate.of(2026, 3, 1)),
        row("leapling of 20 on 29 February", age(20, null), noPolicy(), ofAge(null))
            .born(leapling)
            .on(LocalDate.of(2028, 2, 29)),
        row("leapling, last day", age(null, 80), noPolicy(), ofAge(leapEve))
            .born(leapling)
            .on(leapEve),
        row("leapling, day after", age(null, 80), noPolicy(), other(TOO_OLD))
            .born(leapling)
            .on(leapEve.plusDays(1)),
        row("age erased", age(18, null), noPolicy(), other(ERASED)).born(null));
  }

  private static RequirementStatus ofAge(@Nullable LocalDate until) {
    return new Met(null, null, Basis.OWN, until);
  }

  /** Nobody can shorten it. */
  static RequirementStatus wait(ReasonCode reason) {
    return new Gap(reason, NextStep.WAIT_FOR_AGE, WaitingOn.NOBODY, 0);
  }

  private static RequirementStatus other(ReasonCode reason) {
    return new Gap(reason, NextStep.CHOOSE_OTHER_ROLE, WaitingOn.VOLUNTEER, 0);
  }
}
