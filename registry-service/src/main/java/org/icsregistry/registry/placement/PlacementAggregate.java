package org.icsregistry.registry.placement;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.icsregistry.contracts.message.PlacementCommand;
import org.icsregistry.contracts.message.PlacementCommand.EndPlacement;
import org.icsregistry.contracts.message.PlacementCommand.GiveFeedback;
import org.icsregistry.contracts.message.PlacementCommand.OfferPlacement;
import org.icsregistry.contracts.message.PlacementCommand.PausePlacement;
import org.icsregistry.contracts.message.PlacementCommand.RecordActivity;
import org.icsregistry.contracts.message.PlacementCommand.ResumePlacement;
import org.icsregistry.contracts.message.PlacementCommand.StartPlacement;
import org.icsregistry.contracts.message.PlacementCommand.SuspendPlacement;
import org.icsregistry.contracts.message.PlacementCommand.ThankVolunteer;
import org.icsregistry.contracts.message.PlacementEvent;
import org.icsregistry.contracts.message.PlacementEvent.ActivityRecorded;
import org.icsregistry.contracts.message.PlacementEvent.FeedbackGiven;
import org.icsregistry.contracts.message.PlacementEvent.PlacementEnded;
import org.icsregistry.contracts.message.PlacementEvent.PlacementOffered;
import org.icsregistry.contracts.message.PlacementEvent.PlacementPaused;
import org.icsregistry.contracts.message.PlacementEvent.PlacementResumed;
import org.icsregistry.contracts.message.PlacementEvent.PlacementStarted;
import org.icsregistry.contracts.message.PlacementEvent.PlacementSuspended;
import org.icsregistry.contracts.message.PlacementEvent.VolunteerThanked;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.passport.Placement;
import org.icsregistry.contracts.passport.Placement.Step;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Decision;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.PersonGuards;
import org.icsregistry.registry.command.RoleGuards;
import org.icsregistry.registry.command.Shell;
import org.icsregistry.registry.volunteer.ClearanceDecisions;
import org.jspecify.annotations.Nullable;

/** A person volunteering in a role at a partner. */
@AggregateRoot(type = "placement")
public final class PlacementAggregate {

  private static final int NEVER_ALONE_BELOW = 16;

  @AggregateIdentifier private final String id;
  private @Nullable Placement state;
  private @Nullable String subject;

  public PlacementAggregate(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  @CommandHandler(commandName = "placement")
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(PlacementCommand command, @MetaDataValue(Shell.CONTEXT) CommandContext context) {
    return Shell.handle(
        context,
        () -> {
          PersonGuards.sameSubject(subject, context);
          return decide(state, command, context);
        });
  }

  @EventSourcingHandler
  void on(PlacementEvent event, @MetaDataValue(Shell.SUBJECT) String about) {
    subject = about;
    state = Placement.evolve(state, event);
  }

  static List<PlacementEvent> decide(
      @Nullable Placement state, PlacementCommand command, CommandContext context) {
    Guards.senderMayAct(context);
    return switch (command) {
      case OfferPlacement c -> offer(state, c, context);
      case StartPlacement c -> start(own(state, c, context), c, context);
      case RecordActivity c -> record(own(state, c, context), c);
      case PausePlacement c -> pause(own(state, c, context), c, context);
      case SuspendPlacement c -> suspend(own(state, c, context));
      case ResumePlacement c -> resume(own(state, c, context), c, context);
      case ThankVolunteer c -> thank(own(state, c, context), c);
      case GiveFeedback c -> hear(own(state, c, context), c);
      case EndPlacement c -> end(own(state, c, context), c);
    };
  }

  private static List<PlacementEvent> offer(
      @Nullable Placement state, OfferPlacement c, CommandContext context) {
    if (state != null) {
      throw new Refusal(
          PLACEMENT_ALREADY_EXISTS,
          "a placementId that is not used yet",
          c.placementId() + ", which is used",
          "choose a new UUID for a new placement");
    }
    var person = PersonGuards.person(context);
    PersonGuards.registered(person, context);
    PersonGuards.linked(person, context.sender());
    RoleGuards.roleAt(context, context.sender(), c.roleId());
    return List.of(new PlacementOffered(c.placementId(), context.sender(), c.roleId()));
  }

  private static List<PlacementEvent> start(
      Placement state, StartPlacement c, CommandContext context) {
    Guards.mayDecideFor(context, state.partner());
    at(state, Step.OFFERED);
    var person = PersonGuards.person(context);
    ClearanceDecisions.requireInForce(person, state.partner(), state.roleId(), context);
    requireCompany(person, c, context);
    return List.of(
        new PlacementStarted(
            state.id(), state.partner(), state.roleId(), c.startedOn(), c.supervisor()));
  }

  /** Constant supervision below 16 is mandatory, whatever the role asks for. */
  private static void requireCompany(Person person, StartPlacement c, CommandContext context) {
    var born = person.bornOn(context.facts().keys());
    if (c.supervisor() == null
        && born != null
        && c.startedOn().isBefore(born.plusYears(NEVER_ALONE_BELOW))) {
      throw new Refusal(
          SUPERVISOR_REQUIRED,
          "for a person below " + NEVER_ALONE_BELOW + " the pseudonym of a supervisor",
          "none",
          "name whoever stays beside the person all the time");
    }
  }

  private static List<PlacementEvent> record(Placement state, RecordActivity c) {
    at(state, Step.ACTIVE);
    notBefore(c.occurredOn(), state.startedOn(), "occurredOn");
    return List.of(
        new ActivityRecorded(
            state.id(),
            state.partner(),
            c.occurredOn(),
            c.mode(),
            c.category(),
            c.minutes(),
            c.tasks(),
            c.taskEnd()));
  }

  private static List<PlacementEvent> pause(
      Placement state, PausePlacement c, CommandContext context) {
    at(state, Step.ACTIVE);
    if (c.until() != null && c.until().isBefore(context.today())) {
      throw new Refusal(
          DATE_ORDER,
          "until today, " + context.today() + ", or later",
          c.until().toString(),
          "correct the date, or leave it out if nobody knows");
    }
    return List.of(new PlacementPaused(state.id(), state.partner(), c.until()));
  }

  /** From a break as well: what is to be looked into may come to light later. */
  private static List<PlacementEvent> suspend(Placement state) {
    if (state.step() != Step.PAUSED) {
      at(state, Step.ACTIVE);
    }
    return List.of(new PlacementSuspended(state.id(), state.partner()));
  }

  private static List<PlacementEvent> resume(
      Placement state, ResumePlacement c, CommandContext context) {
    Guards.mayDecideFor(context, state.partner());
    if (state.step() != Step.SUSPENDED) {
      at(state, Step.PAUSED);
    }
    notBefore(c.resumedOn(), state.startedOn(), "resumedOn");
    var person = PersonGuards.person(context);
    ClearanceDecisions.requireInForce(person, state.partner(), state.roleId(), context);
    return List.of(new PlacementResumed(state.id(), state.partner(), c.resumedOn()));
  }

  private static List<PlacementEvent> thank(Placement state, ThankVolunteer c) {
    begun(state);
    return List.of(new VolunteerThanked(state.id(), state.partner(), c.milestone()));
  }

  private static List<PlacementEvent> hear(Placement state, GiveFeedback c) {
    begun(state);
    return List.of(new FeedbackGiven(state.id(), state.partner(), c.from(), c.rating(), c.text()));
  }

  /** Thanks and feedback may come after the end, but not before the start. */
  private static void begun(Placement state) {
    if (state.startedOn() == null) {
      at(state, Step.ACTIVE);
    }
  }

  private static List<PlacementEvent> end(Placement state, EndPlacement c) {
    if (state.step() == Step.ENDED) {
      at(state, Step.ACTIVE);
    }
    notBefore(c.endedOn(), state.startedOn(), "endedOn");
    return List.of(new PlacementEnded(state.id(), state.partner(), c.endedOn(), c.reason()));
  }

  private static void at(Placement state, Step step) {
    if (state.step() != step) {
      throw new Refusal(
          PLACEMENT_STATE,
          "a placement at step " + step,
          "one at step " + state.step(),
          "look at the placement; this step was taken before or is not due");
    }
  }

  private static void notBefore(LocalDate date, @Nullable LocalDate startedOn, String field) {
    if (startedOn != null && date.isBefore(startedOn)) {
      throw new Refusal(
          DATE_ORDER,
          field + " on or after the start, " + startedOn,
          date.toString(),
          "correct the date, or end this placement and record a new one");
    }
  }

  private static Placement own(
      @Nullable Placement state, PlacementCommand c, CommandContext context) {
    if (state == null) {
      throw new Refusal(
          PLACEMENT_UNKNOWN,
          "the id of a placement",
          c.placementId() + ", which is unknown",
          "send OfferPlacement first, or correct the id");
    }
    Guards.forOwnOrganisation(context, state.partner());
    return state;
  }
}
