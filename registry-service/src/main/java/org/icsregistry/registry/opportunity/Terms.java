package org.icsregistry.registry.opportunity;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.time.LocalDate;
import org.icsregistry.contracts.code.Reach;
import org.icsregistry.contracts.directory.Opportunity;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.message.OpportunityTerms;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.command.CommandContext;

/** Whether the terms of an opportunity hold together. */
final class Terms {

  private Terms() {}

  static void check(
      Opportunity state, String roleId, OpportunityTerms terms, CommandContext context) {
    notBefore(terms.until(), terms.from(), "its first day");
    notBefore(terms.until(), context.today(), "today");
    var named = terms.sharedWith();
    if ((terms.reach() == Reach.NAMED_PARTNERS) != (named != null)) {
      throw new Refusal(
          OPPORTUNITY_REACH,
          "sharedWith with reach NAMED_PARTNERS, and with no other",
          "reach " + terms.reach() + (named == null ? " without" : " with") + " sharedWith",
          "name the partners, or leave sharedWith out");
    }
    if (terms.reach() != Reach.OWN_PEOPLE && !Role.owner(roleId).equals(context.host())) {
      throw new Refusal(
          OPPORTUNITY_REACH,
          "a role of the ICS (" + context.host() + "), by which each partner qualifies its people",
          roleId + ", which is " + Role.owner(roleId) + "'s own",
          "choose a role of the ICS, or reach OWN_PEOPLE");
    }
    if (named != null) {
      named.forEach(partner -> named(state, partner, context));
    }
  }

  private static void named(Opportunity state, String partner, CommandContext context) {
    if (partner.equals(state.owner())) {
      throw new Refusal(
          OPPORTUNITY_REACH,
          "other partners in sharedWith",
          "the owner itself, " + partner,
          "leave it out; an opportunity is for the owner's people in any case");
    }
    if (!context.facts().partner(partner).registered()) {
      throw new Refusal(
          PARTNER_UNKNOWN,
          "registered partners in sharedWith",
          partner + ", which is not registered",
          "correct the code or leave it out");
    }
  }

  private static void notBefore(LocalDate until, LocalDate day, String what) {
    if (until.isBefore(day)) {
      throw new Refusal(
          DATE_ORDER, "until on or after " + what + ", " + day, until.toString(), "correct it");
    }
  }
}
