package org.icsregistry.registry.volunteer;

import static org.icsregistry.contracts.problem.ProblemCode.MERGE_STATE;
import static org.icsregistry.contracts.problem.ProblemCode.SUBJECT_MISMATCH;

import java.util.ArrayList;
import java.util.List;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.MergeCommand;
import org.icsregistry.contracts.message.MergeCommand.MergeVolunteers;
import org.icsregistry.contracts.message.MergeCommand.UnmergeVolunteers;
import org.icsregistry.contracts.message.MergeEvent.CheckCarriedOver;
import org.icsregistry.contracts.message.MergeEvent.TrainingCarriedOver;
import org.icsregistry.contracts.message.MergeEvent.VolunteersMerged;
import org.icsregistry.contracts.message.MergeEvent.VolunteersUnmerged;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.contracts.message.VolunteerEvent;
import org.icsregistry.contracts.passport.Check;
import org.icsregistry.contracts.passport.Clearance;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.passport.Training;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.PersonGuards;

/**
 * Two ids of one person. Each aggregate decides about itself alone, so a merge is told to both: the
 * one that closes first.
 */
final class MergeDecisions {

  private MergeDecisions() {}

  static List<VolunteerEvent> decide(Person state, MergeCommand command, CommandContext context) {
    Guards.hostOnly(context);
    boolean surviving = context.subject().equals(command.survivor());
    if (surviving == context.subject().equals(command.merged())) {
      throw new Refusal(
          SUBJECT_MISMATCH,
          "one of two different ids, merged and survivor, as subject",
          "another subject",
          "correct the subject or the ids");
    }
    return switch (command) {
      case MergeVolunteers c when surviving -> takeIn(state, c, context);
      case MergeVolunteers c -> close(c, context);
      case UnmergeVolunteers c when surviving -> letGo(state, c);
      case UnmergeVolunteers c -> reopen(state, c, context);
    };
  }

  private static List<VolunteerEvent> close(MergeVolunteers c, CommandContext context) {
    PersonGuards.registered(context.facts().person(c.survivor()), context);
    return List.of(new VolunteersMerged(c.merged(), c.survivor(), false));
  }

  private static List<VolunteerEvent> takeIn(
      Person state, MergeVolunteers c, CommandContext context) {
    var other = context.facts().person(c.merged());
    require(
        c.survivor().equals(other.mergedInto()) && !state.identity().takenIn().contains(c.merged()),
        "an id that was merged into this one and is not taken in yet",
        "send MergeVolunteers about the merged id first, and about each id once");
    var events = new ArrayList<VolunteerEvent>();
    events.add(new VolunteersMerged(c.merged(), c.survivor(), true));
    other.checks().values().stream()
        .filter(i -> i.withdrawnFor() == null && !state.checks().containsKey(i.itemId()))
        .forEach(i -> events.add(carried(c.merged(), i)));
    other.trainings().values().stream()
        .filter(i -> i.withdrawnFor() == null && !state.trainings().containsKey(i.itemId()))
        .forEach(i -> events.add(carried(c.merged(), i)));
    other
        .links()
        .forEach((partner, agreedOn) -> {
          if (!state.linkedTo(partner)) {
            events.add(new PartnerLinked(partner, agreedOn));
          }
        });
    return events;
  }

  private static List<VolunteerEvent> letGo(Person state, UnmergeVolunteers c) {
    require(
        state.identity().takenIn().contains(c.merged()),
        "an id that this one has taken in",
        "correct the ids");
    var events = new ArrayList<VolunteerEvent>();
    events.add(new VolunteersUnmerged(c.merged(), c.survivor(), true));
    var carried = state.held().carried();
    state.clearances().values().stream()
        .filter(Clearance::inForce)
        .forEach(clearance ->
            carried.keySet().stream()
                .filter(item -> c.merged().equals(carried.get(item)) && clearance.restsOn(item))
                .findFirst()
                .ifPresent(item -> events.add(lapsed(clearance, item))));
    return events;
  }

  private static List<VolunteerEvent> reopen(
      Person state, UnmergeVolunteers c, CommandContext context) {
    var survivor = context.facts().person(c.survivor());
    require(
        c.survivor().equals(state.mergedInto())
            && !survivor.identity().takenIn().contains(c.merged()),
        "an id that is merged into the other, which has let it go",
        "send UnmergeVolunteers about the surviving id first");
    return List.of(new VolunteersUnmerged(c.merged(), c.survivor(), false));
  }

  private static ClearanceLapsed lapsed(Clearance c, String item) {
    return new ClearanceLapsed(c.partner(), c.roleId(), LapseReason.ITEM_WITHDRAWN, item);
  }

  private static CheckCarriedOver carried(String from, Check i) {
    return new CheckCarriedOver(
        from,
        i.itemId(),
        i.check(),
        i.issuer(),
        i.issuerCategory(),
        i.completedOn(),
        i.finding(),
        i.statusCheckedOn(),
        i.status(),
        i.rejectedBy());
  }

  private static TrainingCarriedOver carried(String from, Training i) {
    return new TrainingCarriedOver(
        from,
        i.itemId(),
        i.training(),
        i.issuer(),
        i.issuerCategory(),
        i.framework(),
        i.provider(),
        i.evidence(),
        i.completedOn());
  }

  private static void require(boolean holds, String expected, String remedy) {
    if (!holds) {
      throw new Refusal(MERGE_STATE, expected, "ids that are not at this step", remedy);
    }
  }
}
