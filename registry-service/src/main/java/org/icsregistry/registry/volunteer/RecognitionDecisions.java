package org.icsregistry.registry.volunteer;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.util.List;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.message.ClearanceCommand.DecideRecognition;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.contracts.rules.Assessment;
import org.icsregistry.contracts.rules.Holdings;
import org.icsregistry.contracts.rules.RecognitionPolicy;
import org.icsregistry.contracts.rules.RequirementLine;
import org.icsregistry.contracts.rules.RequirementStatus;
import org.icsregistry.contracts.rules.RequirementStatus.Bypassed;
import org.icsregistry.contracts.rules.RequirementStatus.Gap;
import org.icsregistry.contracts.rules.RequirementStatus.Met;
import org.icsregistry.contracts.rules.RequirementStatus.Repeat;
import org.icsregistry.contracts.rules.RequirementStatus.StatusCheckNeeded;
import org.icsregistry.contracts.rules.RoleProfile;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.PersonGuards;
import org.jspecify.annotations.Nullable;

/** Recognition of another partner's item: recorded as the policy says, never by habit. */
final class RecognitionDecisions {

  private RecognitionDecisions() {}

  static List<RecognitionDecided> decide(
      Person state, DecideRecognition c, CommandContext context) {
    Guards.mayDecideFor(context, c.partner());
    PersonGuards.linked(state, c.partner());
    var decided = c.asDecided();
    if (state.recognitions().contains(decided)) {
      throw new Refusal(
          RECOGNITION_ALREADY_DECIDED,
          "a decision that is not recorded yet",
          "the same decision",
          "nothing");
    }
    var now = whatTheRulesSay(state, c, context);
    if (now.decision() != c.decision() || now.reason() != c.reason()) {
      throw contradiction(now.decision() + reason(now.reason()), c.decision() + reason(c.reason()));
    }
    return List.of(decided);
  }

  private record Outcome(RecognitionDecision decision, @Nullable ReasonCode reason) {}

  private static Outcome whatTheRulesSay(
      Person state, DecideRecognition c, CommandContext context) {
    var role = ClearanceDecisions.current(context, c.partner(), c.roleId());
    var policy = context.facts().partner(c.partner()).policyOn(context.today());
    if (role.version() != c.roleVersion() || policy.version() != c.policyVersion()) {
      throw contradiction(
          "role version " + role.version() + " and policy version " + policy.version(),
          "versions " + c.roleVersion() + " and " + c.policyVersion());
    }
    var line =
        new RoleProfile(
            role.roleId(), role.version(), role.title(), List.of(line(role, c.requirement())));
    var status =
        Assessment.assess(line, policy, onlyItem(state, c, policy, context), context.today())
            .getFirst()
            .status();
    return outcome(status);
  }

  private static RequirementLine line(RoleProfile role, String code) {
    return role.requirements().stream()
        .filter(l -> l.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> contradiction("a requirement of the role", code + ", which it does not ask for"));
  }

  /**
   * The one item the decision is about; another partner's, because own items need no recognition.
   */
  private static Holdings onlyItem(
      Person state, DecideRecognition c, RecognitionPolicy policy, CommandContext context) {
    var held = state.holding(c.itemId(), context.facts().keys());
    if (held.checks().isEmpty() && held.trainings().isEmpty()) {
      throw Items.unknown(c.itemId());
    }
    if (held.checks().stream().anyMatch(h -> policy.owns(h.issuer()))
        || held.trainings().stream().anyMatch(h -> policy.owns(h.issuer()))) {
      throw contradiction("another partner's item", "an item of " + c.partner() + " itself");
    }
    return held.withoutBypasses();
  }

  private static Outcome outcome(RequirementStatus status) {
    return switch (status) {
      case Met _, Bypassed _ -> new Outcome(RecognitionDecision.REUSED, null);
      case StatusCheckNeeded _ -> new Outcome(RecognitionDecision.STATUS_CHECK_NEEDED, null);
      case Repeat r -> new Outcome(RecognitionDecision.REPEAT, r.reason());
      case Gap g -> new Outcome(RecognitionDecision.REPEAT, g.reason());
    };
  }

  private static String reason(@Nullable ReasonCode reason) {
    return reason == null ? "" : " for " + reason;
  }

  private static Refusal contradiction(String expected, String received) {
    return new Refusal(
        RECOGNITION_CONTRADICTS_POLICY,
        expected,
        received,
        "assess again with the role, policy and items of today; adopt another policy to decide otherwise");
  }
}
