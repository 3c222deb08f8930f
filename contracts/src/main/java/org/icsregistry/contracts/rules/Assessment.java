package org.icsregistry.contracts.rules;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.rules.RequirementLine.AgeLine;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementLine.TrainingLine;
import org.icsregistry.contracts.rules.RequirementStatus.Basis;
import org.icsregistry.contracts.rules.RequirementStatus.Gap;
import org.icsregistry.contracts.rules.RequirementStatus.Met;
import org.jspecify.annotations.Nullable;

/**
 * The rule engine. The registry guards clearance with it, onboarding takes the next step from it,
 * projections show gaps with it, the auditor explains a past decision with it: one implementation,
 * pure.
 */
public final class Assessment {

  private Assessment() {}

  /**
   * How each requirement of a role stands.
   *
   * @param policy of the partner at which the person wants to volunteer; its partner's own items
   *     need no recognition
   * @param on the day of the question
   * @return one entry per line of the profile, in its order
   */
  public static List<Requirement> assess(
      RoleProfile role, RecognitionPolicy policy, Holdings holdings, LocalDate on) {
    return role.requirements().stream()
        .map(line -> new Requirement(line, status(line, policy, holdings, on)))
        .toList();
  }

  /** Whether nothing blocks a clearance. */
  public static boolean clears(List<Requirement> requirements) {
    return requirements.stream().noneMatch(Requirement::blocks);
  }

  private static RequirementStatus status(
      RequirementLine line, RecognitionPolicy policy, Holdings holdings, LocalDate on) {
    return switch (line) {
      case CheckLine check -> CheckRules.status(check, policy, holdings.checks(), on);
      case TrainingLine training ->
          TrainingRules.status(training, policy, holdings.trainings(), on);
      case AgeLine age -> age(age, holdings.dateOfBirth(), on);
    };
  }

  private static RequirementStatus age(
      AgeLine line, @Nullable LocalDate dateOfBirth, LocalDate on) {
    if (dateOfBirth == null) {
      return new Gap(ReasonCode.ERASED, NextStep.CHOOSE_OTHER_ROLE, WaitingOn.VOLUNTEER, 0);
    }
    int years = Period.between(dateOfBirth, on).getYears();
    if (line.minAge() != null && years < line.minAge()) {
      return new Gap(ReasonCode.TOO_YOUNG, NextStep.WAIT_FOR_AGE, WaitingOn.VOLUNTEER, 0);
    }
    if (line.maxAge() != null && years > line.maxAge()) {
      return new Gap(ReasonCode.TOO_OLD, NextStep.CHOOSE_OTHER_ROLE, WaitingOn.VOLUNTEER, 0);
    }
    var lastDay =
        line.maxAge() == null ? null : dateOfBirth.plusYears(line.maxAge() + 1L).minusDays(1);
    return new Met(null, null, Basis.OWN, lastDay);
  }
}
