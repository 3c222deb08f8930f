package org.icsregistry.onboarding.journey;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.message.ClearanceCommand.DecideRecognition;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;
import org.icsregistry.contracts.rules.Requirement;
import org.icsregistry.contracts.rules.RequirementStatus.Basis;
import org.icsregistry.contracts.rules.RequirementStatus.Bypassed;
import org.icsregistry.contracts.rules.RequirementStatus.Gap;
import org.icsregistry.contracts.rules.RequirementStatus.Met;
import org.icsregistry.contracts.rules.RequirementStatus.Repeat;
import org.icsregistry.contracts.rules.RequirementStatus.StatusCheckNeeded;
import org.jspecify.annotations.Nullable;

/**
 * What a partner's policy says about another partner's items, written down so that both can see who
 * relied on whom and why not. A decision stands, explained by the versions of its time, until the
 * rules come to another one: a policy that changes nothing about an item is no news about it.
 */
final class Recognition {

  private Recognition() {}

  static List<NextCommand> decisions(Situation s, List<Requirement> requirements) {
    return requirements.stream().flatMap(r -> decision(s, r)).toList();
  }

  private static Stream<NextCommand> decision(Situation s, Requirement requirement) {
    var code = requirement.line().code();
    return switch (requirement.status()) {
      case Met met when met.basis() == Basis.REUSED ->
          decision(s, code, met.itemId(), RecognitionDecision.REUSED, null);
      case StatusCheckNeeded needed ->
          decision(s, code, needed.itemId(), RecognitionDecision.STATUS_CHECK_NEEDED, null);
      case Repeat repeat when !repeat.issuer().equals(s.partner().code()) ->
          decision(s, code, repeat.itemId(), RecognitionDecision.REPEAT, repeat.reason());
      case Met _, Repeat _, Gap _, Bypassed _ -> Stream.empty();
    };
  }

  private static Stream<NextCommand> decision(
      Situation s,
      String requirement,
      @Nullable String itemId,
      RecognitionDecision decision,
      @Nullable ReasonCode reason) {
    var command =
        new DecideRecognition(
            s.engagement().partner(),
            s.engagement().roleId(),
            s.profile().version(),
            s.policy().version(),
            requirement,
            Objects.requireNonNull(itemId),
            decision,
            reason);
    if (stands(s, command.asDecided())) {
      return Stream.empty();
    }
    var name =
        s.name(
            "recognise",
            command.roleVersion(),
            command.policyVersion(),
            requirement,
            itemId,
            decision,
            reason);
    return Stream.of(NextCommand.once(name, command));
  }

  private static boolean stands(Situation s, RecognitionDecided wanted) {
    var before =
        s.person().recognitions().stream().filter(known -> sameMatter(known, wanted)).toList();
    return before.contains(wanted) || (!before.isEmpty() && sameOutcome(before.getLast(), wanted));
  }

  private static boolean sameMatter(RecognitionDecided a, RecognitionDecided b) {
    return a.itemId().equals(b.itemId())
        && a.requirement().equals(b.requirement())
        && a.partner().equals(b.partner())
        && a.roleId().equals(b.roleId());
  }

  private static boolean sameOutcome(RecognitionDecided a, RecognitionDecided b) {
    return a.decision() == b.decision() && a.reason() == b.reason();
  }
}
