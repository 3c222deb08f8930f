package org.icsregistry.registry.command;

import static org.icsregistry.contracts.problem.ProblemCode.AGREEMENTS_NOT_SIGNED;
import static org.icsregistry.contracts.problem.ProblemCode.HOST_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.OWN_ORGANISATION_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.PARTNER_SUCCEEDED;
import static org.icsregistry.contracts.problem.ProblemCode.PARTNER_SUSPENDED;
import static org.icsregistry.contracts.problem.ProblemCode.PARTNER_UNKNOWN;

import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.problem.Refusal;

/** Who may act, for whom. Each rule either passes or refuses; many commands share them. */
public final class Guards {

  private Guards() {}

  /**
   * Only a registered partner in good standing asserts anything; the host admits partners and needs
   * no admission.
   */
  public static void senderMayAct(CommandContext context) {
    if (!context.fromHost()) {
      inGoodStanding(context, context.sender());
    }
  }

  /** Registered, not suspended, and bound by the agreements in force. */
  public static void inGoodStanding(CommandContext context, String code) {
    Partner partner = context.facts().partner(code);
    if (!partner.registered()) {
      throw new Refusal(
          PARTNER_UNKNOWN,
          "a partner that the ICS host has registered",
          code + ", which is not registered",
          "ask the ICS host (" + context.host() + ") to send RegisterPartner for " + code);
    }
    if (partner.successor() != null) {
      throw new Refusal(
          PARTNER_SUCCEEDED,
          "an organisation that acts itself",
          code + ", which goes on in " + partner.successor(),
          "send it as " + partner.successor());
    }
    if (partner.suspended()) {
      throw new Refusal(
          PARTNER_SUSPENDED,
          "a partner in good standing",
          code + ", which is suspended",
          "talk to the ICS host (" + context.host() + "); nothing was recorded");
    }
    if (!partner.missingAgreements().isEmpty()) {
      throw new Refusal(
          AGREEMENTS_NOT_SIGNED,
          "a partner that has signed the agreements in force",
          code + " has not signed " + partner.missingAgreements(),
          "send SignAgreement for each of them, then send this command again under a new id");
    }
  }

  public static void hostOnly(CommandContext context) {
    if (!context.fromHost()) {
      throw new Refusal(
          HOST_ONLY,
          "the ICS host (" + context.host() + ") as sender",
          "a command from " + context.sender(),
          "ask the ICS host to send it");
    }
  }

  /**
   * A partner decides for itself; the host's onboarding service may do so on its behalf, by the
   * same rules: nothing new begins at a partner that may not act itself.
   */
  public static void mayDecideFor(CommandContext context, String partner) {
    forOwnOrganisation(context, partner);
    if (!partner.equals(context.host())) {
      inGoodStanding(context, partner);
    }
  }

  /**
   * A partner speaks for itself, a successor for what its predecessors left, and the host for every
   * partner.
   */
  public static void forOwnOrganisation(CommandContext context, String partner) {
    if (!context.fromHost() && !standsFor(context, partner)) {
      throw new Refusal(
          OWN_ORGANISATION_ONLY,
          "the partner that the command names as sender",
          context.sender() + " acting for " + partner,
          "send it as " + partner + ", or let " + partner + " send it");
    }
  }

  /** Whether the sender is this organisation, or the one in which it goes on in the end. */
  public static boolean standsFor(CommandContext context, String partner) {
    var next = partner;
    while (next != null && !next.equals(context.sender())) {
      next = context.facts().partner(next).successor();
    }
    return next != null;
  }

  /** Whom a command names beside its sender is registered; whether it may act shows elsewhere. */
  public static void partnerExists(CommandContext context, String code) {
    if (!context.facts().partner(code).registered()) {
      throw new Refusal(
          PARTNER_UNKNOWN,
          "the code of a registered partner",
          code + ", which is not registered",
          "correct the code, or ask the ICS host (" + context.host() + ") to register it");
    }
  }
}
