package org.icsregistry.registry.opportunity;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.icsregistry.contracts.directory.Opportunity;
import org.icsregistry.contracts.message.OpportunityCommand;
import org.icsregistry.contracts.message.OpportunityCommand.AmendOpportunity;
import org.icsregistry.contracts.message.OpportunityCommand.CloseOpportunity;
import org.icsregistry.contracts.message.OpportunityCommand.PublishOpportunity;
import org.icsregistry.contracts.message.OpportunityEvent;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityAmended;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityClosed;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityPublished;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Decision;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.RoleGuards;
import org.icsregistry.registry.command.Shell;

/** An opportunity to volunteer. */
@AggregateRoot(type = "opportunity")
public final class OpportunityAggregate {

  @AggregateIdentifier private final String id;
  private Opportunity state;

  public OpportunityAggregate(String id, String opportunityId) {
    this.id = id;
    this.state = Opportunity.unknown(opportunityId);
  }

  public String id() {
    return id;
  }

  public Opportunity state() {
    return state;
  }

  @CommandHandler(commandName = "opportunity")
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(
      OpportunityCommand command, @MetaDataValue(Shell.CONTEXT) CommandContext context) {
    return Shell.handle(context, () -> decide(state, command, context));
  }

  @EventSourcingHandler
  void on(OpportunityEvent event) {
    state = state.evolve(event);
  }

  static List<OpportunityEvent> decide(
      Opportunity state, OpportunityCommand command, CommandContext context) {
    Guards.senderMayAct(context);
    if (!state.owner().equals(context.sender())) {
      throw new Refusal(
          OWN_ORGANISATION_ONLY,
          "the opportunity's owner, " + state.owner() + ", as sender",
          "a command from " + context.sender(),
          "publish an opportunity of your own, " + context.sender() + ".<CODE>");
    }
    return switch (command) {
      case PublishOpportunity c -> publish(state, c, context);
      case AmendOpportunity c -> amend(state, c, context);
      case CloseOpportunity c -> close(state, c);
    };
  }

  private static List<OpportunityEvent> publish(
      Opportunity state, PublishOpportunity c, CommandContext context) {
    if (state.offer() != null) {
      throw new Refusal(
          OPPORTUNITY_ALREADY_PUBLISHED,
          "an opportunity id that is not used yet",
          state.id() + ", which is published",
          "send AmendOpportunity to change its terms, or choose another code");
    }
    RoleGuards.roleAt(context, state.owner(), c.roleId());
    Terms.check(state, c.roleId(), c.terms(), context);
    return List.of(new OpportunityPublished(c.title(), c.roleId(), c.terms()));
  }

  private static List<OpportunityEvent> amend(
      Opportunity state, AmendOpportunity c, CommandContext context) {
    Terms.check(state, published(state).roleId(), c.terms(), context);
    return List.of(new OpportunityAmended(c.terms()));
  }

  private static List<OpportunityEvent> close(Opportunity state, CloseOpportunity c) {
    published(state);
    return List.of(new OpportunityClosed(c.reason()));
  }

  private static Opportunity.Offer published(Opportunity state) {
    var offer = state.offer();
    if (offer == null) {
      throw new Refusal(
          OPPORTUNITY_UNKNOWN,
          "the id of a published opportunity as subject",
          state.id() + ", which is not published",
          "send PublishOpportunity first");
    }
    if (state.closedFor() != null) {
      throw new Refusal(
          OPPORTUNITY_CLOSED,
          "an opportunity that is open",
          state.id() + ", which is closed: " + state.closedFor(),
          "publish another one under a new code");
    }
    return offer;
  }
}
