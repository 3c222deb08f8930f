package org.icsregistry.registry.volunteer;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.util.List;
import java.util.Set;
import org.icsregistry.contracts.code.CallUpAnswer;
import org.icsregistry.contracts.code.DutyStatus;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.directory.Surge;
import org.icsregistry.contracts.message.CallUpCommand;
import org.icsregistry.contracts.message.CallUpCommand.AnswerCallUp;
import org.icsregistry.contracts.message.CallUpEvent;
import org.icsregistry.contracts.message.CallUpEvent.CallUpAnswered;
import org.icsregistry.contracts.message.CallUpEvent.CallUpSent;
import org.icsregistry.contracts.passport.CallUp;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.PersonGuards;
import org.icsregistry.registry.command.RoleGuards;

/** Asking people to help in a surge: only who is ready, and nobody too often. */
final class CallUpDecisions {

  /** The days over which a surge's limit of alerts counts. */
  private static final int ALERT_DAYS = 7;

  private CallUpDecisions() {}

  static List<CallUpEvent> decide(Person state, CallUpCommand command, CommandContext context) {
    return switch (command) {
      case CallUpCommand.CallUp c -> call(state, c, context);
      case AnswerCallUp c -> answer(state, c, context);
    };
  }

  private static List<CallUpEvent> call(
      Person state, CallUpCommand.CallUp c, CommandContext context) {
    Guards.mayDecideFor(context, c.partner());
    PersonGuards.linked(state, c.partner());
    var surge = RoleGuards.open(context.facts().surge(c.surgeId()));
    var role = RoleGuards.roleAt(context, c.partner(), c.roleId());
    cleared(state, c.partner(), role, context);
    notCalledYet(state, c);
    onDuty(state);
    withinLimit(state, surge, context);
    return List.of(
        new CallUpSent(c.callUpId(), c.surgeId(), c.partner(), c.roleId(), context.today()));
  }

  private static List<CallUpEvent> answer(Person state, AnswerCallUp c, CommandContext context) {
    var callUp = state.callUps().get(c.callUpId());
    if (callUp == null) {
      throw new Refusal(
          CALL_UP_UNKNOWN,
          "the id of a call-up of this person",
          c.callUpId() + ", which is none",
          "correct the callUpId or the subject");
    }
    Guards.mayDecideFor(context, callUp.partner());
    RoleGuards.open(context.facts().surge(callUp.surgeId()));
    if (callUp.answer() == c.answer()) {
      throw new Refusal(
          CALL_UP_STATE,
          "an answer that is not recorded yet",
          c.answer() + ", which is the answer so far",
          "nothing");
    }
    return List.of(new CallUpAnswered(callUp.id(), callUp.surgeId(), callUp.partner(), c.answer()));
  }

  /** Two partners may know the person; the person is asked once. Whoever said LATER is asked on. */
  private static void notCalledYet(Person state, CallUpCommand.CallUp c) {
    if (state.callUps().containsKey(c.callUpId())) {
      throw new Refusal(
          CALL_UP_ALREADY_EXISTS,
          "a callUpId that is not used yet",
          c.callUpId() + ", which is used",
          "choose a new UUID for a new call-up");
    }
    state.callUps().values().stream()
        .filter(
            before -> before.surgeId().equals(c.surgeId()) && before.roleId().equals(c.roleId()))
        .filter(before -> !asksAgain(before))
        .findFirst()
        .ifPresent(before -> {
          throw new Refusal(
              CALL_UP_STATE,
              "a person who is not called up for " + c.roleId() + " in this surge yet",
              "one called up on " + before.calledOn(),
              "wait for the answer; only who said LATER is asked again");
        });
  }

  private static boolean asksAgain(CallUp before) {
    return before.answer() == CallUpAnswer.LATER;
  }

  /**
   * Where else somebody is cleared, or called up, is for those with whom they share details: to the
   * others it is as if they were not.
   */
  private static void cleared(Person state, String partner, Role role, CommandContext context) {
    boolean shares = !state.sharedWith(partner, context.today()).isEmpty();
    var temporary = role.temporary();
    var roles =
        temporary == null || temporary.derivedFrom() == null
            ? Set.of(role.roleId())
            : Set.of(role.roleId(), temporary.derivedFrom());
    var cleared =
        state.clearances().values().stream()
            .filter(c -> roles.contains(c.roleId()))
            .filter(c -> shares || c.partner().equals(partner))
            .anyMatch(c -> ClearanceDecisions.holds(state, c, context));
    if (!cleared) {
      throw new Refusal(
          NOT_CLEARED,
          "a person whose clearance for "
              + String.join(" or ", roles)
              + " holds at "
              + partner
              + ", or anywhere if they share details with it",
          "none",
          "call up somebody whom GET /v1/capacity lists; or ask them to share details first");
    }
  }

  /** Who has said nothing may be asked. */
  private static void onDuty(Person state) {
    var said = state.availability();
    if (said != null && said.duty() == DutyStatus.OFF_DUTY) {
      throw new Refusal(
          OFF_DUTY,
          "a person who is on duty, or has not said",
          "one who is off duty",
          "call up somebody else, or send ChangeAvailability once the person says so");
    }
  }

  private static void withinLimit(Person state, Surge surge, CommandContext context) {
    var since = context.today().minusDays(ALERT_DAYS);
    var recent = state.callUps().values().stream().filter(c -> c.calledOn().isAfter(since)).count();
    var own = state.availability() == null ? null : state.availability().mostAlertsAWeek();
    int limit = own == null ? surge.alertLimit() : Math.min(own, surge.alertLimit());
    if (recent >= limit) {
      throw new Refusal(
          ALERT_LIMIT_REACHED,
          "fewer than " + limit + " call-ups within " + ALERT_DAYS + " days",
          recent + " already",
          "call up somebody else, or wait");
    }
  }
}
