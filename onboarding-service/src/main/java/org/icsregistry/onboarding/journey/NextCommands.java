package org.icsregistry.onboarding.journey;

import java.util.ArrayList;
import java.util.List;
import org.icsregistry.contracts.message.ClearanceCommand.ClearForRole;
import org.icsregistry.contracts.message.ClearanceCommand.LapseClearance;
import org.icsregistry.contracts.passport.Clearance;
import org.icsregistry.contracts.rules.Assessment;
import org.icsregistry.contracts.rules.Requirement;
import org.icsregistry.contracts.rules.RequirementLine.AgeLine;
import org.icsregistry.contracts.rules.RequirementStatus.Met;

/** What onboarding does next. Pure: the same situation always leads to the same commands. */
public final class NextCommands {

  private NextCommands() {}

  /**
   * @param requirements of the situation, as is the journey: whoever asks has both
   */
  public static List<NextCommand> of(Situation s, List<Requirement> requirements, Journey journey) {
    var next = new ArrayList<>(clearance(s, requirements));
    if (s.mayBeHelped()) {
      next.addAll(Chases.of(s, journey));
      next.addAll(Warnings.of(s, requirements));
    }
    return next;
  }

  private static List<NextCommand> clearance(Situation s, List<Requirement> requirements) {
    var clearance = s.clearance();
    if (clearance.isPresent()) {
      return holds(s, requirements) ? List.of() : List.of(lapse(s, clearance.get()));
    }
    return s.waiting() && s.mayBeHelped() ? onTheWay(s, requirements) : List.of();
  }

  private static boolean holds(Situation s, List<Requirement> requirements) {
    return !s.role().ended(s.today()) && Assessment.clears(requirements);
  }

  private static List<NextCommand> onTheWay(Situation s, List<Requirement> requirements) {
    var next = new ArrayList<>(Recognition.decisions(s, requirements));
    if (Assessment.clears(requirements)) {
      next.add(clear(s, requirements));
    } else if (requirements.stream().anyMatch(NextCommands::ageForbids)) {
      // No check is asked for that the role cannot use: data minimisation, UK GDPR Art. 5(1)(c).
      return next;
    }
    next.addAll(Requests.missing(s, requirements));
    return next;
  }

  private static boolean ageForbids(Requirement requirement) {
    return requirement.line() instanceof AgeLine && requirement.blocks();
  }

  private static NextCommand clear(Situation s, List<Requirement> requirements) {
    var evidence =
        requirements.stream()
            .map(r -> r.line().code() + "=" + (r.status() instanceof Met met ? met.itemId() : null))
            .toList();
    var name =
        s.name(
            "clear",
            s.engagement().occasion(),
            s.profile().version(),
            s.policy().version(),
            evidence);
    return NextCommand.wheneverNeeded(
        name, new ClearForRole(s.engagement().partner(), s.engagement().roleId()));
  }

  private static NextCommand lapse(Situation s, Clearance clearance) {
    var reason = Lapses.reason(s, clearance);
    var name =
        s.name(
            "lapse",
            reason,
            clearance.roleVersion(),
            clearance.policyVersion(),
            clearance.evidence().stream().map(e -> e.requirement() + "=" + e.itemId()).toList());
    return NextCommand.wheneverNeeded(
        name, new LapseClearance(clearance.partner(), clearance.roleId(), reason));
  }
}
