package org.icsregistry.registry.volunteer;

import static org.icsregistry.contracts.problem.ProblemCode.ALREADY_ACKNOWLEDGED;
import static org.icsregistry.contracts.problem.ProblemCode.HOLD_INVALID;
import static org.icsregistry.contracts.problem.ProblemCode.NOTHING_TO_ERASE;
import static org.icsregistry.contracts.problem.ProblemCode.NOT_ERASED;
import static org.icsregistry.contracts.problem.ProblemCode.NOT_RESTRICTED;
import static org.icsregistry.contracts.problem.ProblemCode.OTHERS_INVOLVED;
import static org.icsregistry.contracts.problem.ProblemCode.PROCESSING_RESTRICTED;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ErasureCommand;
import org.icsregistry.contracts.message.ErasureCommand.AcknowledgeErasure;
import org.icsregistry.contracts.message.ErasureCommand.EraseCategory;
import org.icsregistry.contracts.message.ErasureCommand.EraseVolunteer;
import org.icsregistry.contracts.message.ErasureCommand.LiftRestriction;
import org.icsregistry.contracts.message.ErasureCommand.RestrictProcessing;
import org.icsregistry.contracts.message.ErasureEvent.CategoryErased;
import org.icsregistry.contracts.message.ErasureEvent.ErasureAcknowledged;
import org.icsregistry.contracts.message.ErasureEvent.ProcessingRestricted;
import org.icsregistry.contracts.message.ErasureEvent.RestrictionLifted;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.contracts.message.Hold;
import org.icsregistry.contracts.message.VolunteerEvent;
import org.icsregistry.contracts.passport.Clearance;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.PersonGuards;

/** Forgetting people and leaving them alone; keys are destroyed where the events are appended. */
final class ErasureDecisions {

  private ErasureDecisions() {}

  static List<? extends VolunteerEvent> decide(
      Person state, ErasureCommand command, CommandContext context) {
    return switch (command) {
      case EraseVolunteer c -> erase(state, c, context);
      case EraseCategory c -> erase(state, c, context);
      case AcknowledgeErasure c -> acknowledge(state, c, context);
      case RestrictProcessing c -> restrict(state, c, context);
      case LiftRestriction c -> lift(state, c, context);
    };
  }

  private static List<VolunteerEvent> erase(
      Person state, EraseVolunteer c, CommandContext context) {
    mayErase(state, context);
    var before = remaining(state);
    var held = held(c.holds(), before, context);
    var erased = EnumSet.copyOf(before);
    erased.removeAll(held);
    if (erased.isEmpty()) {
      throw new Refusal(
          NOTHING_TO_ERASE,
          "something that is neither erased nor held",
          before.isEmpty() ? "a person who is erased wholly" : "holds on all that is left",
          "nothing; if everything has to stay for now, send RestrictProcessing");
    }
    var events = new ArrayList<VolunteerEvent>();
    events.add(
        new VolunteerErased(
            c.ground(),
            c.decidedBy(),
            List.copyOf(erased),
            c.holds(),
            List.copyOf(involved(state))));
    state.clearances().values().stream()
        .filter(Clearance::inForce)
        .forEach(cleared ->
            events.add(
                new ClearanceLapsed(
                    cleared.partner(), cleared.roleId(), LapseReason.PERSON_ERASED, null)));
    return events;
  }

  /** Everything before the first erasure, afterwards what it held. */
  private static Set<Category> remaining(Person state) {
    var erasure = state.protection().erasure();
    return erasure == null
        ? EnumSet.allOf(Category.class)
        : erasure.holds().stream()
            .map(Hold::category)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Category.class)));
  }

  private static Set<Category> held(
      List<Hold> holds, Set<Category> available, CommandContext context) {
    var categories = EnumSet.noneOf(Category.class);
    for (var hold : holds) {
      if (!available.contains(hold.category())
          || !categories.add(hold.category())
          || !hold.until().isAfter(context.today())) {
        throw new Refusal(
            HOLD_INVALID,
            "at most one hold per category that is not erased yet, each until after "
                + context.today(),
            hold.category() + " until " + hold.until(),
            "correct the holds");
      }
    }
    return categories;
  }

  /**
   * What several controllers recorded is not one partner's to destroy: each can have its own duty
   * to keep it (UK GDPR Art. 17(3)). So the host decides, after asking them.
   */
  private static void mayErase(Person state, CommandContext context) {
    if (context.fromHost()) {
      return;
    }
    PersonGuards.linked(state, context.sender());
    if (!involved(state).equals(Set.of(context.sender()))) {
      throw new Refusal(
          OTHERS_INVOLVED,
          "a person whom no other partner has a relationship with or a record of",
          "records of other partners",
          "ask the ICS host (" + context.host() + ") to decide and to send it");
    }
  }

  /** Everybody who knew the person. */
  private static Set<String> involved(Person state) {
    var partners = new TreeSet<>(state.protection().known());
    state.checks().values().forEach(check -> partners.add(check.issuer()));
    state.trainings().values().forEach(training -> partners.add(training.issuer()));
    state.recognitions().forEach(recognition -> partners.add(recognition.partner()));
    state.clearances().values().forEach(clearance -> partners.add(clearance.partner()));
    return partners;
  }

  private static List<CategoryErased> erase(Person state, EraseCategory c, CommandContext context) {
    mayErase(state, context);
    return List.of(new CategoryErased(c.category(), c.ground(), c.decidedBy()));
  }

  private static List<ErasureAcknowledged> acknowledge(
      Person state, AcknowledgeErasure c, CommandContext context) {
    var erasure = state.protection().erasure();
    if (erasure == null) {
      throw new Refusal(
          NOT_ERASED, "a person who was forgotten", "one who was not", "correct the subject");
    }
    if (!erasure.outstanding().contains(context.sender())) {
      throw new Refusal(
          ALREADY_ACKNOWLEDGED,
          "a partner that is asked to acknowledge: " + erasure.outstanding(),
          context.sender(),
          "nothing");
    }
    return List.of(new ErasureAcknowledged(context.sender(), c.copies()));
  }

  private static List<ProcessingRestricted> restrict(
      Person state, RestrictProcessing c, CommandContext context) {
    if (!context.fromHost()) {
      PersonGuards.linked(state, context.sender());
    }
    if (state.protection().restricted()) {
      throw new Refusal(
          PROCESSING_RESTRICTED,
          "a person whose data may be processed",
          "one for whom that is restricted already",
          "nothing");
    }
    return List.of(new ProcessingRestricted(context.sender(), c.ground(), c.decidedBy()));
  }

  private static List<RestrictionLifted> lift(
      Person state, LiftRestriction c, CommandContext context) {
    var restriction = state.protection().restriction();
    if (restriction == null) {
      throw new Refusal(
          NOT_RESTRICTED,
          "a person for whom processing is restricted",
          "one for whom it is not",
          "nothing");
    }
    Guards.forOwnOrganisation(context, restriction.partner());
    return List.of(new RestrictionLifted(c.decidedBy()));
  }
}
