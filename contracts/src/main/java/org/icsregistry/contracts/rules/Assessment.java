package org.icsregistry.contracts.rules;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.rules.RequirementLine.AgeLine;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementLine.TrainingLine;
import org.icsregistry.contracts.rules.RequirementStatus.Bypassed;

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
   * @param on the day of the question; what was completed after it was not held yet
   * @return one entry per line of the profile that concerns the person, in its order; what is asked
   *     for below 18 only ceases to concern them on that birthday
   */
  public static List<Requirement> assess(
      RoleProfile role, RecognitionPolicy policy, Holdings holdings, LocalDate on) {
    return role.requirements().stream()
        .filter(line -> AgeRules.concerns(line, holdings.dateOfBirth(), on))
        .map(line -> new Requirement(line, status(role.roleId(), line, policy, holdings, on)))
        .toList();
  }

  /** Whether nothing blocks a clearance. */
  public static boolean clears(List<Requirement> requirements) {
    return requirements.stream().noneMatch(Requirement::blocks);
  }

  private static RequirementStatus status(
      String roleId,
      RequirementLine line,
      RecognitionPolicy policy,
      Holdings holdings,
      LocalDate on) {
    var status = status(line, policy, holdings, on);
    return status.satisfied()
        ? status
        : holdings.bypasses().stream()
            .filter(b -> b.covers(policy.partner(), roleId, line, on))
            .findFirst()
            .<RequirementStatus>map(b -> new Bypassed(b.until()))
            .orElse(status);
  }

  private static RequirementStatus status(
      RequirementLine line, RecognitionPolicy policy, Holdings holdings, LocalDate on) {
    return switch (line) {
      case CheckLine check -> CheckRules.status(check, policy, holdings, on);
      case TrainingLine training ->
          TrainingRules.status(training, policy, holdings.trainings(), on);
      case AgeLine age -> AgeRules.status(age, holdings.dateOfBirth(), on);
    };
  }
}
