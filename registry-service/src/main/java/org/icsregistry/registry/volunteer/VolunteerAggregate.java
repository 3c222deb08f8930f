package org.icsregistry.registry.volunteer;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.icsregistry.contracts.message.CallUpCommand;
import org.icsregistry.contracts.message.CheckCommand;
import org.icsregistry.contracts.message.ClearanceCommand;
import org.icsregistry.contracts.message.ErasureCommand;
import org.icsregistry.contracts.message.JourneyCommand;
import org.icsregistry.contracts.message.LookCommand;
import org.icsregistry.contracts.message.LookCommand.NoteLook;
import org.icsregistry.contracts.message.MergeCommand;
import org.icsregistry.contracts.message.MergeCommand.UnmergeVolunteers;
import org.icsregistry.contracts.message.PersonCommand;
import org.icsregistry.contracts.message.PersonCommand.LinkPartner;
import org.icsregistry.contracts.message.PersonCommand.RegisterVolunteer;
import org.icsregistry.contracts.message.SharingCommand;
import org.icsregistry.contracts.message.TrainingCommand;
import org.icsregistry.contracts.message.VolunteerCommand;
import org.icsregistry.contracts.message.VolunteerEvent;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Decision;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.PersonGuards;
import org.icsregistry.registry.command.Shell;

/** One person, with relationships to many partners. */
@AggregateRoot(type = "volunteer")
public final class VolunteerAggregate {

  @AggregateIdentifier private final String id;
  private Person state = Person.unknown();

  public VolunteerAggregate(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  public Person state() {
    return state;
  }

  @CommandHandler(commandName = "volunteer")
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(VolunteerCommand command, @MetaDataValue(Shell.CONTEXT) CommandContext context) {
    return Shell.handle(context, () -> decide(state, command, context));
  }

  @EventSourcingHandler
  void on(VolunteerEvent event) {
    state = state.evolve(event);
  }

  static List<? extends VolunteerEvent> decide(
      Person before, VolunteerCommand command, CommandContext context) {
    Guards.senderMayAct(context);
    var state = PersonGuards.following(before, context);
    if (command instanceof UnmergeVolunteers
        || command instanceof ErasureCommand
        || command instanceof NoteLook) {
      // An id that was merged into another has keys of its own, and is forgotten by itself; what
      // was seen was seen.
      PersonGuards.known(state, context);
    } else if (!(command instanceof RegisterVolunteer)) {
      PersonGuards.registered(state, context);
    }
    if (!(command instanceof RegisterVolunteer)) {
      PersonGuards.untroubled(state, command);
    }
    return switch (command) {
      // A successor may write down the relationship that it has through its predecessor.
      case LinkPartner c -> PersonDecisions.decide(before, c, context);
      case PersonCommand c -> PersonDecisions.decide(state, c, context);
      case CheckCommand c -> CheckDecisions.decide(state, c, context);
      case TrainingCommand c -> TrainingDecisions.decide(state, c, context);
      case ClearanceCommand c -> ClearanceDecisions.decide(state, c, context);
      case JourneyCommand c -> JourneyDecisions.decide(state, c, context);
      case SharingCommand c -> SharingDecisions.decide(state, c, context);
      case CallUpCommand c -> CallUpDecisions.decide(state, c, context);
      case MergeCommand c -> MergeDecisions.decide(state, c, context);
      case ErasureCommand c -> ErasureDecisions.decide(state, c, context);
      case LookCommand c -> LookDecisions.decide(state, c, context);
    };
  }
}
