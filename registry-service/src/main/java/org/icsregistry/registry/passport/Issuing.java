package org.icsregistry.registry.passport;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.util.List;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.message.PassportCommand;
import org.icsregistry.contracts.message.PassportCommand.IssuePassport;
import org.icsregistry.contracts.message.PassportCommand.RevokePassport;
import org.icsregistry.contracts.message.PassportCommand.SharePassport;
import org.icsregistry.contracts.message.PassportEvent;
import org.icsregistry.contracts.message.PassportEvent.PassportIssued;
import org.icsregistry.contracts.message.PassportEvent.PassportRevoked;
import org.icsregistry.contracts.message.PassportEvent.PassportShared;
import org.icsregistry.contracts.passport.IssuedPassport;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.HeldItem;
import org.icsregistry.registry.command.PersonGuards;
import org.jspecify.annotations.Nullable;

/** The issuer's side: issue, share on the person's behalf, revoke. */
final class Issuing {

  private Issuing() {}

  /** The passport, unless there is none or it was revoked. */
  static IssuedPassport valid(@Nullable IssuedPassport state, PassportCommand c) {
    if (state == null) {
      throw new Refusal(
          PASSPORT_UNKNOWN,
          "the id of a passport that was issued",
          c.passportId() + ", which is unknown",
          "send IssuePassport first, or correct the id");
    }
    if (state.revokedFor() != null) {
      throw new Refusal(
          PASSPORT_REVOKED,
          "a passport in force",
          c.passportId() + ", which " + state.issuer() + " revoked: " + state.revokedFor(),
          "ask " + state.issuer() + " for a new passport");
    }
    return state;
  }

  static List<PassportEvent> issue(
      @Nullable IssuedPassport state, IssuePassport c, CommandContext context) {
    if (state != null) {
      throw new Refusal(
          PASSPORT_ALREADY_EXISTS,
          "a passportId that is not used yet",
          c.passportId() + ", which is used",
          "choose a new UUID for a new passport");
    }
    var person = context.facts().person(context.subject());
    PersonGuards.registered(person, context);
    PersonGuards.linked(person, context.sender());
    c.items().forEach(item -> vouchedFor(person, item, context.sender()));
    return List.of(
        new PassportIssued(
            c.passportId(), context.sender(), c.requestedOn(), context.today(), c.items()));
  }

  /** Nobody vouches for what only somebody else has looked at. */
  private static void vouchedFor(Person person, String itemId, String sender) {
    var item = HeldItem.inForce(person, itemId);
    boolean reused =
        person.recognitions().stream()
            .anyMatch(r ->
                r.itemId().equals(itemId)
                    && r.partner().equals(sender)
                    && r.decision() == RecognitionDecision.REUSED);
    if (!item.issuer().equals(sender) && !reused) {
      throw new Refusal(
          NOT_VOUCHED_FOR,
          "items that " + sender + " recorded itself or has decided to reuse",
          itemId + ", which " + item.issuer() + " recorded",
          "leave it out, or record your decision about it with DecideRecognition first");
    }
  }

  static List<PassportEvent> share(IssuedPassport state, SharePassport c, CommandContext context) {
    Guards.forOwnOrganisation(context, state.issuer());
    if (state.shares().containsKey(c.shareId())) {
      throw new Refusal(
          SHARE_ALREADY_EXISTS,
          "a shareId that is not used yet",
          c.shareId() + ", which is used",
          "choose a new UUID for a new share");
    }
    if (c.until().isBefore(context.today())) {
      throw new Refusal(
          DATE_ORDER,
          "until today, " + context.today() + ", or later",
          c.until().toString(),
          "correct the date");
    }
    Guards.inGoodStanding(context, c.partner());
    var person = context.facts().person(context.subject());
    for (var item : c.items()) {
      if (!state.items().contains(item)) {
        throw new Refusal(
            NOT_VOUCHED_FOR,
            "items of the passport",
            item + ", which the passport does not hold",
            "leave it out, or issue a passport that holds it");
      }
      HeldItem.inForce(person, item);
    }
    return List.of(
        new PassportShared(
            c.passportId(), c.shareId(), c.partner(), c.purpose(), c.items(), c.until()));
  }

  static List<PassportEvent> revoke(
      IssuedPassport state, RevokePassport c, CommandContext context) {
    if (!state.issuer().equals(context.sender())) {
      throw new Refusal(
          ISSUER_ONLY,
          "the organisation that issued the passport as sender",
          "a command from " + context.sender(),
          "reject single items with RejectItem, or ask that organisation to revoke it");
    }
    return List.of(new PassportRevoked(c.passportId(), state.issuer(), c.reason()));
  }
}
