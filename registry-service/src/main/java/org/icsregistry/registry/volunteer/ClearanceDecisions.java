package org.icsregistry.registry.volunteer;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icsregistry.contracts.message.ClearanceCommand;
import org.icsregistry.contracts.message.ClearanceCommand.BypassRequirement;
import org.icsregistry.contracts.message.ClearanceCommand.ClearForRole;
import org.icsregistry.contracts.message.ClearanceCommand.DecideRecognition;
import org.icsregistry.contracts.message.ClearanceCommand.LapseClearance;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.Evidence;
import org.icsregistry.contracts.message.VolunteerEvent;
import org.icsregistry.contracts.passport.Clearance;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.contracts.rules.Assessment;
import org.icsregistry.contracts.rules.Requirement;
import org.icsregistry.contracts.rules.RequirementStatus.Basis;
import org.icsregistry.contracts.rules.RequirementStatus.Met;
import org.icsregistry.contracts.rules.RoleProfile;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.PersonGuards;
import org.icsregistry.registry.command.RoleGuards;
import org.jspecify.annotations.Nullable;

/** Clearance: given only on evidence, ended only when the evidence no longer carries it. */
public final class ClearanceDecisions {

  private ClearanceDecisions() {}

  static List<? extends VolunteerEvent> decide(
      Person state, ClearanceCommand command, CommandContext context) {
    return switch (command) {
      case DecideRecognition c -> RecognitionDecisions.decide(state, c, context);
      case ClearForRole c -> clear(state, c, context);
      case LapseClearance c -> lapse(state, c, context);
      case BypassRequirement c -> BypassDecisions.decide(state, c, context);
    };
  }

  /**
   * Refuses unless a clearance is in force and its requirements hold today: expiry is a question,
   * never a stored fact.
   */
  public static void requireInForce(
      Person person, String partner, String roleId, CommandContext context) {
    var clearance = inForce(person, partner, roleId);
    if (clearance == null) {
      throw new Refusal(
          NOT_CLEARED,
          "a clearance in force for " + roleId + " at " + partner,
          "none",
          "close the open requirements; the person is cleared as soon as all are met");
    }
    RoleGuards.notEnded(context.facts().role(roleId), context);
    var requirements = assessPlaced(person, clearance, context);
    if (!Assessment.clears(requirements)) {
      throw notMet(roleId, partner, requirements);
    }
  }

  /** Whether a clearance is in force, its role has not ended and its requirements hold today. */
  static boolean holds(Person person, Clearance clearance, CommandContext context) {
    return clearance.inForce()
        && !context.facts().role(clearance.roleId()).ended(context.today())
        && Assessment.clears(assessPlaced(person, clearance, context));
  }

  private static List<ClearedForRole> clear(Person state, ClearForRole c, CommandContext context) {
    Guards.mayDecideFor(context, c.partner());
    PersonGuards.linked(state, c.partner());
    var profile = current(context, c.partner(), c.roleId());
    var policy = context.facts().partner(c.partner()).policyOn(context.today());
    var holdings = state.holdings(context.facts().keys());
    var requirements = Assessment.assess(profile, policy, holdings, context.today());
    if (!Assessment.clears(requirements)) {
      throw notMet(c.roleId(), c.partner(), requirements);
    }
    var cleared =
        new ClearedForRole(
            c.partner(), c.roleId(), profile.version(), policy.version(), evidence(requirements));
    refuseIfSame(inForce(state, c.partner(), c.roleId()), cleared);
    return List.of(cleared);
  }

  private static void refuseIfSame(@Nullable Clearance before, ClearedForRole now) {
    if (before != null
        && before.roleVersion() == now.roleVersion()
        && before.policyVersion() == now.policyVersion()
        && before.evidence().equals(now.evidence())) {
      throw new Refusal(
          ALREADY_CLEARED,
          "a person who is not cleared on this evidence and these versions yet",
          "a clearance in force for " + now.roleId() + " at " + now.partner(),
          "nothing");
    }
  }

  private static List<ClearanceLapsed> lapse(
      Person state, LapseClearance c, CommandContext context) {
    Guards.forOwnOrganisation(context, c.partner());
    var clearance = inForce(state, c.partner(), c.roleId());
    if (clearance == null) {
      throw new Refusal(
          NOT_CLEARED,
          "a clearance in force for " + c.roleId() + " at " + c.partner(),
          "none",
          "nothing");
    }
    if (holds(state, clearance, context)) {
      throw new Refusal(
          CLEARANCE_STILL_HOLDS,
          "a clearance whose requirements no longer hold",
          "one that holds today",
          "nothing; to stop a placement for another reason, end or suspend the placement");
    }
    return List.of(new ClearanceLapsed(c.partner(), c.roleId(), c.reason(), null));
  }

  private static List<Requirement> assessPlaced(
      Person person, Clearance clearance, CommandContext context) {
    var profile =
        context.facts().role(clearance.roleId()).forPlaced(clearance.roleVersion()).orElseThrow();
    var policy = context.facts().partner(clearance.partner()).policyOn(context.today());
    return Assessment.assess(
        profile, policy, person.holdings(context.facts().keys()), context.today());
  }

  static RoleProfile current(CommandContext context, String partner, String roleId) {
    return RoleGuards.roleAt(context, partner, roleId).current().orElseThrow();
  }

  private static @Nullable Clearance inForce(Person person, String partner, String roleId) {
    var clearance = person.clearances().get(Clearance.key(partner, roleId));
    return clearance != null && clearance.inForce() ? clearance : null;
  }

  private static List<Evidence> evidence(List<Requirement> requirements) {
    return requirements.stream().flatMap(ClearanceDecisions::evidence).toList();
  }

  private static Stream<Evidence> evidence(Requirement requirement) {
    return requirement.status() instanceof Met(var itemId, var issuer, var basis, _)
            && itemId != null
        ? Stream.of(
            new Evidence(
                requirement.line().code(),
                itemId,
                Objects.requireNonNull(issuer),
                basis == Basis.REUSED))
        : Stream.empty();
  }

  private static Refusal notMet(String roleId, String partner, List<Requirement> requirements) {
    var open =
        requirements.stream()
            .filter(Requirement::blocks)
            .map(r -> r.line().code())
            .collect(Collectors.joining(", "));
    return new Refusal(
        REQUIREMENTS_NOT_MET,
        "every blocking requirement of " + roleId + " met at " + partner,
        "open: " + open,
        "record what is missing; the person's journey shows whose turn it is");
  }
}
