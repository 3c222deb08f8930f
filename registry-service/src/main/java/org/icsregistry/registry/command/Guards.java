package org.icsregistry.registry.command;

import static org.icsregistry.contracts.problem.ProblemCode.*;
import static org.icsregistry.contracts.problem.ProblemCode.PERSON_ERASED;
import static org.icsregistry.contracts.problem.ProblemCode.PROCESSING_RESTRICTED;

import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.directory.Surge;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.DuringRestriction;
import org.icsregistry.contracts.message.ErasureCommand.AcknowledgeErasure;
import org.icsregistry.contracts.message.ErasureCommand.EraseVolunteer;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Rules that many commands share. Each either passes or refuses. */
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

  /** Registered, whether or not the id was closed since. */
  public static void known(Person person, CommandContext context) {
    if (!person.registered()) {
      throw new Refusal(
          VOLUNTEER_UNKNOWN,
          "the id of a registered person as subject",
          "subject " + context.subject() + ", which is not registered",
          "send RegisterVolunteer first, or correct the subject");
    }
  }

  /**
   * Nothing is done any more with what was known of a person who was forgotten, and little with
   * that of one who is to be left alone.
   */
  public static void untroubled(Person person, Command command) {
    if (person.erased()
        && !(command instanceof EraseVolunteer)
        && !(command instanceof AcknowledgeErasure)) {
      throw new Refusal(
          PERSON_ERASED,
          "a person who was not forgotten",
          "one who was",
          "nothing; somebody who comes back is registered anew, under a new id");
    }
    if (person.protection().restricted()
        && !command.getClass().isAnnotationPresent(DuringRestriction.class)) {
      throw new Refusal(
          PROCESSING_RESTRICTED,
          "a command that corrects, withdraws, ends or protects, while processing is restricted",
          MessageTypes.nameOf(command.getClass()),
          "wait until the restriction is lifted, or ask whoever asked for it");
    }
  }

  /** Registered, and not closed in favour of another id of the same person. */
  public static void registered(Person person, CommandContext context) {
    known(person, context);
    if (person.mergedInto() != null) {
      throw new Refusal(
          VOLUNTEER_MERGED,
          "the id under which the person goes on, " + person.mergedInto(),
          "an id that was merged into it",
          "send it about " + person.mergedInto());
    }
  }

  /** An application, placement or passport belongs to one person for ever. */
  public static void sameSubject(@Nullable String subject, CommandContext context) {
    if (subject != null && !subject.equals(context.subject())) {
      throw new Refusal(
          SUBJECT_MISMATCH,
          "the subject that the application, placement or passport was begun with",
          "another subject",
          "correct the subject, or the id in the data");
    }
  }

  public static void linked(Person person, String partner) {
    if (!person.linkedTo(partner)) {
      throw new Refusal(
          LINK_REQUIRED,
          "a partner that has a relationship with the person",
          partner + " has none",
          "send LinkPartner as " + partner + " once the person has agreed");
    }
  }

  /**
   * What a person wants is said by somebody who has a relationship with them, or by the ICS host.
   */
  public static void speaksForPerson(Person person, CommandContext context) {
    if (!context.fromHost()) {
      linked(person, context.sender());
    }
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

  /** The person the command is about, as known to organisations in which others go on. */
  public static Person person(CommandContext context) {
    return following(context.facts().person(context.subject()), context);
  }

  public static Person following(Person person, CommandContext context) {
    return person.following(code -> context.facts().partner(code).successor());
  }

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
}
