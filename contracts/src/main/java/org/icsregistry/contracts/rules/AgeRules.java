package org.icsregistry.contracts.rules;

import java.time.LocalDate;
import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.rules.RequirementLine.AgeLine;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementStatus.Basis;
import org.icsregistry.contracts.rules.RequirementStatus.Gap;
import org.icsregistry.contracts.rules.RequirementStatus.Met;
import org.jspecify.annotations.Nullable;

/** How an age line stands. */
final class AgeRules {

  private static final int ADULT = 18;

  private AgeRules() {}

  static RequirementStatus status(AgeLine line, @Nullable LocalDate dateOfBirth, LocalDate on) {
    if (dateOfBirth == null) {
      return gap(line, ReasonCode.ERASED, NextStep.CHOOSE_OTHER_ROLE, WaitingOn.VOLUNTEER);
    }
    if (line.minAge() != null && on.isBefore(birthday(dateOfBirth, line.minAge()))) {
      return gap(line, ReasonCode.TOO_YOUNG, NextStep.WAIT_FOR_AGE, WaitingOn.NOBODY);
    }
    var lastDay =
        line.maxAge() == null ? null : birthday(dateOfBirth, line.maxAge() + 1).minusDays(1);
    if (lastDay != null && on.isAfter(lastDay)) {
      return gap(line, ReasonCode.TOO_OLD, NextStep.CHOOSE_OTHER_ROLE, WaitingOn.VOLUNTEER);
    }
    return new Met(null, null, Basis.OWN, lastDay);
  }

  /** Whether a line is asked for at the person's age; unless it is known, every line is. */
  static boolean concerns(RequirementLine line, @Nullable LocalDate dateOfBirth, LocalDate on) {
    return dateOfBirth == null
        || !(line instanceof CheckLine check)
        || !check.check().onlyForTheYoung()
        || on.isBefore(birthday(dateOfBirth, ADULT));
  }

  /**
   * The day on which a person reaches an age. Source: Family Law Reform Act 1969 s.9; who was born
   * on 29 February reaches it on 1 March where the year has none.
   */
  static LocalDate birthday(LocalDate dateOfBirth, int age) {
    var day = dateOfBirth.plusYears(age);
    return day.getDayOfMonth() == dateOfBirth.getDayOfMonth() ? day : day.plusDays(1);
  }

  private static Gap gap(AgeLine line, ReasonCode reason, NextStep nextStep, WaitingOn owner) {
    return new Gap(reason, nextStep, owner, line.typicalDays() == null ? 0 : line.typicalDays());
  }
}
