package org.icsregistry.contracts.rules;

import static org.icsregistry.contracts.code.ReasonCode.*;

import java.time.LocalDate;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementStatus.Gap;
import org.icsregistry.contracts.rules.RequirementStatus.Repeat;
import org.icsregistry.contracts.rules.RequirementStatus.StatusCheckNeeded;

/** How a check line stands: the best of what is held, or what closes the gap. */
final class CheckRules {

  /** Source: Protection of Freedoms Act 2012 s.80. */
  private static final int DBS_MINIMUM_AGE = 16;

  private CheckRules() {}

  static RequirementStatus status(
      CheckLine line, RecognitionPolicy policy, Holdings holdings, LocalDate on) {
    var best =
        Candidate.best(
            holdings.checks().stream()
                .filter(h -> h.check() == line.check())
                .map(h -> CheckCase.of(line, policy, h, on))
                .filter(CheckCase::counts)
                .map(CheckCase::candidate)
                .toList());
    if (best.isPresent() && best.get().satisfies()) {
      return best.get().met();
    }
    if (line.check() == CheckCode.DBS && tooYoung(holdings, on)) {
      return new Gap(TOO_YOUNG, NextStep.WAIT_FOR_AGE, WaitingOn.NOBODY, 0);
    }
    return best.map(item -> open(line, item)).orElseGet(() -> gap(line, NOT_HELD));
  }

  private static RequirementStatus open(CheckLine line, Candidate item) {
    var reason = item.broken();
    if (reason == null) {
      return new StatusCheckNeeded(item.itemId(), item.issuer(), WaitingOn.ORGANISATION, 1);
    }
    if (reason == ERASED || reason == WITHDRAWN_BY_ISSUER) {
      return gap(line, reason);
    }
    return new Repeat(
        item.itemId(),
        item.issuer(),
        reason,
        NextStep.REPEAT_CHECK,
        WaitingOn.ORGANISATION,
        days(line));
  }

  private static Gap gap(CheckLine line, ReasonCode reason) {
    var turn =
        line.check() == CheckCode.PARENTAL_CONSENT ? WaitingOn.THIRD_PARTY : WaitingOn.ORGANISATION;
    return new Gap(reason, NextStep.MAKE_CHECK, turn, days(line));
  }

  private static boolean tooYoung(Holdings holdings, LocalDate on) {
    var birth = holdings.dateOfBirth();
    return birth != null && on.isBefore(AgeRules.birthday(birth, DBS_MINIMUM_AGE));
  }

  /** Where the line does not say; DBS: published average of enhanced checks. */
  private static int days(CheckLine line) {
    if (line.typicalDays() != null) {
      return line.typicalDays();
    }
    return switch (line.check()) {
      case IDENTITY, RIGHT_TO_VOLUNTEER -> 1;
      case REFERENCES -> 10;
      case DBS -> 14;
      case WORK_HEALTH -> 7;
      case REGISTRATION -> 2;
      case PARENTAL_CONSENT -> 7;
      case YOUNG_PERSON_RISK_ASSESSMENT -> 3;
    };
  }
}
