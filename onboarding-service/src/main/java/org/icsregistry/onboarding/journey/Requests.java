package org.icsregistry.onboarding.journey;

import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.message.CheckCommand.RequestCheck;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.TrainingCommand.AssignTraining;
import org.icsregistry.contracts.passport.Request;
import org.icsregistry.contracts.rules.Requirement;
import org.icsregistry.contracts.rules.RequirementLine;
import org.icsregistry.contracts.rules.RequirementLine.AgeLine;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementLine.TrainingLine;
import org.icsregistry.contracts.rules.RequirementStatus.Bypassed;
import org.icsregistry.contracts.rules.RequirementStatus.Gap;
import org.icsregistry.contracts.rules.RequirementStatus.Met;
import org.icsregistry.contracts.rules.RequirementStatus.Repeat;
import org.icsregistry.contracts.rules.RequirementStatus.StatusCheckNeeded;

/**
 * What is asked for because it is missing: once, and again only when the reason is another one.
 * Nothing is asked for when a status check of what is there would do.
 */
final class Requests {

  private Requests() {}

  static List<NextCommand> missing(Situation s, List<Requirement> requirements) {
    return requirements.stream().flatMap(r -> missing(s, r)).toList();
  }

  private static Stream<NextCommand> missing(Situation s, Requirement requirement) {
    var line = requirement.line();
    return switch (requirement.status()) {
      case Gap gap when onlyTimeHelps(gap.nextStep()) -> Stream.empty();
      case Gap gap -> ask(s, line, gap.reason(), withdrawn(s, line));
      case Repeat repeat -> ask(s, line, repeat.reason(), List.of(repeat.itemId()));
      case Met _, StatusCheckNeeded _, Bypassed _ -> Stream.empty();
    };
  }

  private static boolean onlyTimeHelps(NextStep step) {
    return step == NextStep.WAIT_FOR_AGE || step == NextStep.CHOOSE_OTHER_ROLE;
  }

  private static Stream<NextCommand> ask(
      Situation s, RequirementLine line, ReasonCode reason, List<String> about) {
    if (asked(s, line)) {
      return Stream.empty();
    }
    var name = s.name("request", s.engagement().occasion(), line.code(), reason, about);
    return command(s, line).map(command -> NextCommand.once(name, command));
  }

  private static boolean asked(Situation s, RequirementLine line) {
    return s.person()
        .requests()
        .contains(new Request(s.engagement().partner(), s.engagement().roleId(), line.code()));
  }

  private static Stream<Command> command(Situation s, RequirementLine line) {
    var partner = s.engagement().partner();
    var roleId = s.engagement().roleId();
    return switch (line) {
      case CheckLine check ->
          Stream.of(new RequestCheck(partner, roleId, check.check(), check.minLevel()));
      case TrainingLine training ->
          Stream.of(new AssignTraining(partner, roleId, training.training()));
      case AgeLine _ -> Stream.empty();
    };
  }

  /** A gap does not say which item was withdrawn; each withdrawal is a reason of its own. */
  private static List<String> withdrawn(Situation s, RequirementLine line) {
    return switch (line) {
      case CheckLine check ->
          s.person().checks().values().stream()
              .filter(c -> c.check() == check.check() && c.withdrawnFor() != null)
              .map(c -> c.itemId())
              .sorted()
              .toList();
      case TrainingLine training ->
          s.person().trainings().values().stream()
              .filter(t -> t.training().equals(training.training()) && t.withdrawnFor() != null)
              .map(t -> t.itemId())
              .sorted()
              .toList();
      case AgeLine _ -> List.of();
    };
  }
}
