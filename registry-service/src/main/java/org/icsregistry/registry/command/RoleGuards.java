package org.icsregistry.registry.command;

import static org.icsregistry.contracts.problem.ProblemCode.OPPORTUNITY_CLOSED;
import static org.icsregistry.contracts.problem.ProblemCode.OPPORTUNITY_OTHER_ROLE;
import static org.icsregistry.contracts.problem.ProblemCode.OPPORTUNITY_UNKNOWN;
import static org.icsregistry.contracts.problem.ProblemCode.OWN_ORGANISATION_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.ROLE_ENDED;
import static org.icsregistry.contracts.problem.ProblemCode.ROLE_RETIRED;
import static org.icsregistry.contracts.problem.ProblemCode.ROLE_UNKNOWN;
import static org.icsregistry.contracts.problem.ProblemCode.SURGE_OVER;
import static org.icsregistry.contracts.problem.ProblemCode.SURGE_UNKNOWN;

import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.directory.Surge;
import org.icsregistry.contracts.problem.Refusal;

/** What must hold of roles, and of the surges and opportunities that lead to them. */
public final class RoleGuards {

  private RoleGuards() {}

  /** A role that this partner may fill: its own or one of the ICS. */
  public static Role roleAt(CommandContext context, String partner, String roleId) {
    var role = context.facts().role(roleId);
    if (!role.defined()) {
      throw new Refusal(
          ROLE_UNKNOWN,
          "the id of a defined role",
          roleId + ", which is not defined",
          "correct the role id, or let its owner send DefineRole");
    }
    var owner = Role.owner(roleId);
    if (!owner.equals(partner) && !owner.equals(context.host())) {
      throw new Refusal(
          OWN_ORGANISATION_ONLY,
          "a role of " + partner + " or of the ICS (" + context.host() + ")",
          roleId + ", which belongs to " + owner,
          "choose a role of " + partner + ", or define one");
    }
    notEnded(role, context);
    notRetired(role);
    return role;
  }

  /** A role whose time, if it has one, has not passed. */
  public static void notEnded(Role role, CommandContext context) {
    if (role.ended(context.today())) {
      throw new Refusal(
          ROLE_ENDED,
          "a role that has not ended",
          role.roleId() + ", a temporary role whose last day has passed",
          "choose a lasting role, or let the ICS host open another temporary one");
    }
  }

  /** A role that takes people still. */
  public static void notRetired(Role role) {
    if (role.retired()) {
      throw new Refusal(
          ROLE_RETIRED,
          "a role that takes people",
          role.roleId() + ", which its owner has retired",
          "choose another role; who is placed in this one goes on");
    }
  }

  /** A surge that is declared and not stood down. */
  public static Surge open(Surge surge) {
    if (!surge.declared()) {
      throw new Refusal(
          SURGE_UNKNOWN,
          "the id of a declared surge",
          surge.surgeId() + ", which is not declared",
          "correct the id, or let the ICS host send DeclareSurge");
    }
    if (!surge.open()) {
      throw new Refusal(
          SURGE_OVER,
          "a surge that is not stood down",
          surge.surgeId() + ", which is stood down",
          "nothing; nobody is called up for it any more");
    }
    return surge;
  }

  /** An opportunity that people of this partner may come to, for that role. */
  public static void opportunityFor(
      CommandContext context, String partner, String roleId, String opportunityId) {
    var opportunity = context.facts().opportunity(opportunityId);
    var offer = opportunity.offer();
    if (offer == null || !opportunity.reaches(partner)) {
      throw new Refusal(
          OPPORTUNITY_UNKNOWN,
          "the id of an opportunity for people of " + partner,
          opportunityId + ", which is none",
          "correct opportunityId, or leave it out");
    }
    if (!opportunity.openOn(context.today())) {
      throw new Refusal(
          OPPORTUNITY_CLOSED,
          "an opportunity that is open today",
          opportunityId
              + (opportunity.closedFor() == null
                  ? ", which ended on " + offer.terms().until()
                  : ", which is closed: " + opportunity.closedFor()),
          "choose another one, or leave opportunityId out");
    }
    if (!offer.roleId().equals(roleId)) {
      throw new Refusal(
          OPPORTUNITY_OTHER_ROLE,
          "roleId " + offer.roleId() + ", the role of " + opportunityId,
          roleId,
          "correct the role or the opportunity");
    }
  }
}
