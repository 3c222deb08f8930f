package org.icsregistry.registry.volunteer;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.VolunteerEvent;
import org.icsregistry.contracts.passport.Clearance;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.passport.Request;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.HeldItem;
import org.jspecify.annotations.Nullable;

/** What checks and training records have in common. */
final class Items {

  private Items() {}

  static void notRecordedYet(Person state, String itemId) {
    if (state.checks().containsKey(itemId) || state.trainings().containsKey(itemId)) {
      throw new Refusal(
          ITEM_ALREADY_RECORDED,
          "an item id that is not used yet",
          itemId + ", which is used",
          "choose a new UUID for a new item; to correct one, withdraw it and record another");
    }
  }

  static void notRequestedYet(Person state, Request request) {
    if (state.requests().contains(request)) {
      throw new Refusal(
          ALREADY_REQUESTED,
          "something that is not asked for yet",
          request.code()
              + " for "
              + request.roleId()
              + ", which "
              + request.partner()
              + " was asked for",
          "nothing");
    }
  }

  /**
   * Only the issuer withdraws, or the organisation in which it goes on; a receiver can only reject
   * what was shared with it (NHS Digital Staff Passport).
   */
  static void mayWithdraw(
      String itemId,
      String issuer,
      @Nullable WithdrawalReason withdrawnFor,
      CommandContext context) {
    if (!Guards.standsFor(context, issuer)) {
      throw new Refusal(
          ISSUER_ONLY,
          "the organisation that recorded the item as sender",
          "a command from " + context.sender(),
          "ask that organisation to withdraw it");
    }
    if (withdrawnFor != null) {
      throw new Refusal(
          ITEM_ALREADY_WITHDRAWN, "an item in force", itemId + ", withdrawn before", "nothing");
    }
  }

  static Refusal unknown(String itemId) {
    return HeldItem.unknown(itemId);
  }

  /** A clearance lapses in the same breath as an item it rests on is withdrawn. */
  static List<VolunteerEvent> withLapses(Person state, VolunteerEvent withdrawal, String itemId) {
    var events = new ArrayList<VolunteerEvent>();
    events.add(withdrawal);
    lapses(state, itemId, LapseReason.ITEM_WITHDRAWN).forEach(events::add);
    return events;
  }

  /** One for each clearance in force that rests on the item. */
  static Stream<ClearanceLapsed> lapses(Person state, String itemId, LapseReason reason) {
    return state.clearances().values().stream()
        .filter(Clearance::inForce)
        .filter(c -> c.restsOn(itemId))
        .map(c -> new ClearanceLapsed(c.partner(), c.roleId(), reason, itemId));
  }

  /** The sender's category today, written into the event so that it explains itself for ever. */
  static IssuerCategory senderCategory(CommandContext context) {
    var category = context.facts().partner(context.sender()).category();
    if (category == null) {
      throw new Refusal(
          PARTNER_UNKNOWN,
          "a sender that is registered as a partner",
          context.sender() + ", which is not registered",
          "register it with RegisterPartner first; this holds for the ICS host too");
    }
    return category;
  }
}
