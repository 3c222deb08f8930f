package org.icsregistry.registry.passport;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.util.List;
import org.icsregistry.contracts.code.ViewPurpose;
import org.icsregistry.contracts.message.PassportCommand.AcceptItem;
import org.icsregistry.contracts.message.PassportCommand.CompleteVerification;
import org.icsregistry.contracts.message.PassportCommand.NoteView;
import org.icsregistry.contracts.message.PassportCommand.RejectItem;
import org.icsregistry.contracts.message.PassportEvent;
import org.icsregistry.contracts.message.PassportEvent.ItemAccepted;
import org.icsregistry.contracts.message.PassportEvent.ItemRejected;
import org.icsregistry.contracts.message.PassportEvent.PassportVerified;
import org.icsregistry.contracts.message.PassportEvent.PassportViewed;
import org.icsregistry.contracts.passport.IssuedPassport;
import org.icsregistry.contracts.passport.PassportShare;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.HeldItem;

/**
 * The receiver's side. Verification runs from its first look to its last decision, by the
 * registry's own clock: the pilot in Greater Manchester regretted that it never measured this.
 */
final class Verifying {

  private Verifying() {}

  static List<PassportEvent> look(IssuedPassport state, NoteView c, CommandContext context) {
    var share = inForce(state, c.shareId(), context);
    if (c.purpose() == ViewPurpose.VERIFICATION && share.startedAt() != null) {
      throw state(
          "a share whose verification has not begun",
          share,
          "go on with AcceptItem and RejectItem, or note the view as REFERENCE");
    }
    return List.of(
        new PassportViewed(
            c.passportId(), c.shareId(), share.partner(), c.purpose(), context.now()));
  }

  static List<PassportEvent> accept(IssuedPassport state, AcceptItem c, CommandContext context) {
    var share = toDecide(state, c.shareId(), c.itemId(), context);
    HeldItem.inForce(context.facts().person(context.subject()), c.itemId());
    return List.of(new ItemAccepted(c.passportId(), c.shareId(), share.partner(), c.itemId()));
  }

  static List<PassportEvent> reject(IssuedPassport state, RejectItem c, CommandContext context) {
    var share = toDecide(state, c.shareId(), c.itemId(), context);
    return List.of(
        new ItemRejected(c.passportId(), c.shareId(), share.partner(), c.itemId(), c.reason()));
  }

  static List<PassportEvent> complete(
      IssuedPassport state, CompleteVerification c, CommandContext context) {
    var share = inForce(state, c.shareId(), context);
    var startedAt = share.startedAt();
    if (startedAt == null || !share.beingVerified()) {
      throw notBeingVerified(share);
    }
    if (!share.undecided().isEmpty()) {
      throw new Refusal(
          ITEMS_UNDECIDED,
          "every item that was shared to be accepted or rejected",
          "no decision about " + share.undecided(),
          "send AcceptItem or RejectItem for each of them first");
    }
    return List.of(
        new PassportVerified(
            c.passportId(),
            c.shareId(),
            share.partner(),
            startedAt,
            context.now(),
            share.accepted().size(),
            share.rejected().size()));
  }

  /** A share with the sender that has not run out. */
  private static PassportShare inForce(
      IssuedPassport state, String shareId, CommandContext context) {
    var share = state.shares().get(shareId);
    if (share == null || !share.partner().equals(context.sender())) {
      throw new Refusal(
          SHARE_UNKNOWN,
          "the id of a share with " + context.sender(),
          shareId + ", which is none",
          "correct the shareId, or ask the person to share the passport with you");
    }
    if (share.until().isBefore(context.today())) {
      throw new Refusal(
          SHARE_EXPIRED,
          "a share that runs until today, " + context.today() + ", or later",
          "one that ran until " + share.until(),
          "ask the person to share the passport again");
    }
    return share;
  }

  private static PassportShare toDecide(
      IssuedPassport state, String shareId, String itemId, CommandContext context) {
    var share = inForce(state, shareId, context);
    if (!share.beingVerified()) {
      throw notBeingVerified(share);
    }
    if (!share.items().contains(itemId)) {
      throw new Refusal(
          ITEM_NOT_SHARED,
          "one of the items that were shared: " + share.items(),
          itemId,
          "correct the itemId; a receiver decides only about what was shared with it");
    }
    if (share.decided(itemId)) {
      throw new Refusal(
          ITEM_ALREADY_DECIDED,
          "an item without a decision",
          itemId + ", which is " + (share.accepted().contains(itemId) ? "accepted" : "rejected"),
          "nothing; to decide again, ask the person to share it again");
    }
    return share;
  }

  private static Refusal notBeingVerified(PassportShare share) {
    return state(
        "a share that is being verified",
        share,
        share.startedAt() == null
            ? "send NoteView with purpose VERIFICATION first"
            : "nothing; to decide again, ask the person to share it again");
  }

  private static Refusal state(String expected, PassportShare share, String remedy) {
    var received =
        share.startedAt() == null
            ? "one whose verification has not begun"
            : "one whose verification began at "
                + share.startedAt()
                + (share.finishedAt() == null ? "" : " and ended at " + share.finishedAt());
    return new Refusal(VERIFICATION_STATE, expected, received, remedy);
  }
}
