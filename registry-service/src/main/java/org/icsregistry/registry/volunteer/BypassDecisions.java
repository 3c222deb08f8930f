package org.icsregistry.registry.volunteer;

import static org.icsregistry.contracts.problem.ProblemCode.BYPASS_NOT_ALLOWED;
import static org.icsregistry.contracts.problem.ProblemCode.BYPASS_TOO_LONG;
import static org.icsregistry.contracts.problem.ProblemCode.OWN_ORGANISATION_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.REQUIREMENT_ALREADY_MET;
import static org.icsregistry.contracts.problem.ProblemCode.REQUIREMENT_NOT_ASKED;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.BypassReason;
import org.icsregistry.contracts.message.ClearanceCommand.BypassRequirement;
import org.icsregistry.contracts.message.ClearanceEvent.RequirementBypassed;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.contracts.rules.Assessment;
import org.icsregistry.contracts.rules.Bypass;
import org.icsregistry.contracts.rules.RequirementLine;
import org.icsregistry.contracts.rules.RoleProfile;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.PersonGuards;

/** A requirement that may wait: approved by somebody, for a reason, until a day. */
final class BypassDecisions {

  private BypassDecisions() {}

  static List<RequirementBypassed> decide(
      Person state, BypassRequirement c, CommandContext context) {
    itself(c, context);
    PersonGuards.linked(state, c.partner());
    var role = ClearanceDecisions.current(context, c.partner(), c.roleId());
    var line = line(role, c.requirement());
    allowed(line, c);
    inTime(state, c, context.today());
    open(state, role, line, context);
    return List.of(
        new RequirementBypassed(
            c.partner(),
            c.roleId(),
            role.version(),
            c.requirement(),
            c.reason(),
            c.approver(),
            c.supervisor(),
            context.today(),
            c.until()));
  }

  /** The risk is the partner's, so not even the host decides in its name. */
  private static void itself(BypassRequirement c, CommandContext context) {
    if (!context.sender().equals(c.partner())) {
      throw new Refusal(
          OWN_ORGANISATION_ONLY,
          "the partner at which the requirement waits as sender",
          context.sender() + " acting for " + c.partner(),
          "let " + c.partner() + " send it: the risk is its own");
    }
  }

  private static RequirementLine line(RoleProfile role, String requirement) {
    return role.requirements().stream()
        .filter(l -> l.code().equals(requirement))
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                REQUIREMENT_NOT_ASKED,
                "a requirement of " + role.roleId(),
                requirement + ", which it does not ask for",
                "correct the requirement; the progress in the person's passport lists them"));
  }

  private static void allowed(RequirementLine line, BypassRequirement c) {
    if (!line.mayBeBypassed(c.reason())) {
      throw new Refusal(
          BYPASS_NOT_ALLOWED,
          "a requirement that the law and the role's owner let wait for " + c.reason(),
          line.code() + " of " + c.roleId(),
          "meet it; or, where the line allows it, let the person start under supervision");
    }
    if ((c.supervisor() != null) != (c.reason() == BypassReason.SUPERVISED_START)) {
      throw new Refusal(
          BYPASS_NOT_ALLOWED,
          "a supervisor for SUPERVISED_START, and none for other reasons",
          c.reason() + (c.supervisor() == null ? " without one" : " with one"),
          "name who stays beside the person, or correct the reason");
    }
  }

  private static void inTime(Person state, BypassRequirement c, LocalDate today) {
    var before =
        state.standing().bypasses().get(Bypass.key(c.partner(), c.roleId(), c.requirement()));
    var since = before == null ? today : before.since();
    var latest = since.plusDays(c.reason().longestDays());
    if (c.until().isBefore(today) || c.until().isAfter(latest)) {
      throw new Refusal(
          BYPASS_TOO_LONG,
          "until from today, "
              + today
              + ", and at most "
              + c.reason().longestDays()
              + " days after the first bypass, to "
              + latest,
          c.until().toString(),
          "correct the date, or meet the requirement");
    }
  }

  private static void open(
      Person state, RoleProfile role, RequirementLine line, CommandContext context) {
    var policy = context.facts().partner(context.sender()).policyOn(context.today());
    var one = new RoleProfile(role.roleId(), role.version(), role.title(), List.of(line));
    var holdings = state.holdings(context.facts().keys()).withoutBypasses();
    if (Assessment.assess(one, policy, holdings, context.today()).getFirst().status().satisfied()) {
      throw new Refusal(
          REQUIREMENT_ALREADY_MET,
          "a requirement that is open",
          line.code() + ", which is met",
          "nothing");
    }
  }
}
