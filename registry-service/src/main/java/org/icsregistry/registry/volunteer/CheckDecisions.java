package org.icsregistry.registry.volunteer;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.util.ArrayList;
import java.util.List;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.message.CheckCommand;
import org.icsregistry.contracts.message.CheckCommand.NoteStatusCheck;
import org.icsregistry.contracts.message.CheckCommand.RecordCheck;
import org.icsregistry.contracts.message.CheckCommand.RejectCheck;
import org.icsregistry.contracts.message.CheckCommand.RequestCheck;
import org.icsregistry.contracts.message.CheckCommand.WithdrawCheck;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.CheckEvent.CheckRejected;
import org.icsregistry.contracts.message.CheckEvent.CheckRequested;
import org.icsregistry.contracts.message.CheckEvent.CheckWithdrawn;
import org.icsregistry.contracts.message.CheckEvent.StatusCheckNoted;
import org.icsregistry.contracts.message.VolunteerEvent;
import org.icsregistry.contracts.passport.Check;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.passport.Request;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.PersonGuards;
import org.icsregistry.registry.command.RoleGuards;

/** Checks: asked for, recorded, looked up again, withdrawn. */
final class CheckDecisions {

  private CheckDecisions() {}

  static List<VolunteerEvent> decide(Person state, CheckCommand command, CommandContext context) {
    return switch (command) {
      case RequestCheck c -> request(state, c, context);
      case RecordCheck c -> record(state, c, context);
      case NoteStatusCheck c -> note(state, c, context);
      case WithdrawCheck c -> withdraw(state, c, context);
      case RejectCheck c -> reject(state, c, context);
    };
  }

  private static List<VolunteerEvent> request(
      Person state, RequestCheck c, CommandContext context) {
    Guards.mayDecideFor(context, c.partner());
    PersonGuards.linked(state, c.partner());
    entitled(RoleGuards.roleAt(context, c.partner(), c.roleId()), c);
    Items.notRequestedYet(state, new Request(c.partner(), c.roleId(), c.check().name()));
    return List.of(new CheckRequested(c.partner(), c.roleId(), c.check(), c.level()));
  }

  /**
   * An organisation may not ask for a higher level than the role is eligible for, nor for any DBS
   * check where the role is eligible for none. Source: NHS Employers.
   */
  private static void entitled(Role role, RequestCheck c) {
    var lines =
        role.current().stream()
            .flatMap(p -> p.requirements().stream())
            .filter(line -> line instanceof CheckLine check && check.check() == c.check())
            .map(CheckLine.class::cast)
            .toList();
    if (c.check() == CheckCode.DBS && lines.isEmpty()) {
      throw aboveEntitlement(c);
    }
    var level = c.level();
    if (level != null
        && (level.check() != c.check()
            || lines.stream()
                .anyMatch(line -> line.maxLevel() != null && !line.maxLevel().covers(level)))) {
      throw aboveEntitlement(c);
    }
  }

  private static Refusal aboveEntitlement(RequestCheck c) {
    return new Refusal(
        LEGAL_MAXIMUM_EXCEEDED,
        "a level of " + c.check() + " that the role is entitled to",
        (c.level() == null ? c.check() : c.level()) + " for " + c.roleId(),
        "ask for what the role's profile lists, and leave level out to ask for the role's own");
  }

  private static List<VolunteerEvent> record(Person state, RecordCheck c, CommandContext context) {
    PersonGuards.linked(state, context.sender());
    Items.notRecordedYet(state, c.checkId());
    return List.of(
        new CheckRecorded(
            c.checkId(),
            c.check(),
            context.sender(),
            Items.senderCategory(context),
            c.completedOn(),
            c.finding()));
  }

  private static List<VolunteerEvent> note(
      Person state, NoteStatusCheck c, CommandContext context) {
    PersonGuards.linked(state, context.sender());
    var item = held(state, c.checkId());
    if (item.check() != CheckCode.DBS) {
      throw new Refusal(
          ITEM_KIND_MISMATCH,
          "a DBS item; only DBS has an Update Service",
          "an item of kind " + item.check(),
          "correct the checkId");
    }
    if (item.withdrawnFor() != null) {
      throw new Refusal(
          ITEM_ALREADY_WITHDRAWN,
          "an item in force",
          c.checkId() + ", withdrawn before",
          "make a new check");
    }
    if (c.checkedOn().isBefore(item.completedOn())) {
      throw new Refusal(
          DATE_ORDER,
          "checkedOn on or after the day of the check, " + item.completedOn(),
          c.checkedOn().toString(),
          "correct the date or the checkId");
    }
    return List.of(new StatusCheckNoted(c.checkId(), context.sender(), c.checkedOn(), c.result()));
  }

  private static List<VolunteerEvent> withdraw(
      Person state, WithdrawCheck c, CommandContext context) {
    var item = held(state, c.checkId());
    Items.mayWithdraw(c.checkId(), item.issuer(), item.withdrawnFor(), context);
    return Items.withLapses(state, new CheckWithdrawn(c.checkId(), c.reason()), c.checkId());
  }

  /** For the sender alone: its own clearances that rest on the item lapse in the same breath. */
  private static List<VolunteerEvent> reject(Person state, RejectCheck c, CommandContext context) {
    var sender = context.sender();
    PersonGuards.linked(state, sender);
    var item = held(state, c.checkId());
    if (item.issuer().equals(sender)) {
      throw new Refusal(
          OWN_ITEM,
          "another organisation's item",
          c.checkId() + ", which " + sender + " issued",
          "send WithdrawCheck");
    }
    if (item.withdrawnFor() != null) {
      throw new Refusal(
          ITEM_ALREADY_WITHDRAWN,
          "an item in force",
          c.checkId() + ", withdrawn before",
          "nothing");
    }
    if (item.rejectedBy().contains(sender)) {
      throw new Refusal(
          ITEM_ALREADY_REJECTED,
          "an item that " + sender + " has not rejected",
          c.checkId() + ", rejected before",
          "nothing");
    }
    var events = new ArrayList<VolunteerEvent>();
    events.add(new CheckRejected(c.checkId(), sender, c.reason()));
    Items.lapses(state, c.checkId(), LapseReason.ITEM_REJECTED)
        .filter(lapsed -> lapsed.partner().equals(sender))
        .forEach(events::add);
    return events;
  }

  private static Check held(Person state, String itemId) {
    var item = state.checks().get(itemId);
    if (item == null) {
      throw Items.unknown(itemId);
    }
    return item;
  }
}
