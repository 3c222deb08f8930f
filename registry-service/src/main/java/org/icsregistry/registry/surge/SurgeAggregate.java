package org.icsregistry.registry.surge;

import static org.icsregistry.contracts.problem.ProblemCode.OWN_ORGANISATION_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.SURGE_ALREADY_DECLARED;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.icsregistry.contracts.directory.Surge;
import org.icsregistry.contracts.message.SurgeCommand;
import org.icsregistry.contracts.message.SurgeCommand.DeclareSurge;
import org.icsregistry.contracts.message.SurgeCommand.StandDown;
import org.icsregistry.contracts.message.SurgeEvent;
import org.icsregistry.contracts.message.SurgeEvent.SurgeDeclared;
import org.icsregistry.contracts.message.SurgeEvent.SurgeStoodDown;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Decision;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.RoleGuards;
import org.icsregistry.registry.command.Shell;

/** A need for many volunteers at once. */
@AggregateRoot(type = "surge")
public final class SurgeAggregate {

  @AggregateIdentifier private final String id;
  private Surge state;

  public SurgeAggregate(String id, String surgeId) {
    this.id = id;
    this.state = Surge.unknown(surgeId);
  }

  public String id() {
    return id;
  }

  public Surge state() {
    return state;
  }

  @CommandHandler(commandName = "surge")
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(SurgeCommand command, @MetaDataValue(Shell.CONTEXT) CommandContext context) {
    return Shell.handle(context, () -> decide(state, command, context));
  }

  @EventSourcingHandler
  void on(SurgeEvent event) {
    state = state.evolve(event);
  }

  static List<SurgeEvent> decide(Surge state, SurgeCommand command, CommandContext context) {
    Guards.senderMayAct(context);
    Guards.hostOnly(context);
    return switch (command) {
      case DeclareSurge c -> declare(state, c, context);
      case StandDown c -> standDown(state, c);
    };
  }

  private static List<SurgeEvent> declare(Surge state, DeclareSurge c, CommandContext context) {
    if (!Surge.owner(state.surgeId()).equals(context.sender())) {
      throw new Refusal(
          OWN_ORGANISATION_ONLY,
          "a surge id that begins with " + context.sender(),
          state.surgeId(),
          "name it " + context.sender() + ".SURGE.<CODE>");
    }
    if (state.declared()) {
      throw new Refusal(
          SURGE_ALREADY_DECLARED,
          "a surge id that is not used yet",
          state.surgeId() + ", which is used",
          "choose a new code; one that is stood down is not opened again");
    }
    return List.of(new SurgeDeclared(c.title(), c.reason(), c.areas(), c.alertLimit()));
  }

  private static List<SurgeEvent> standDown(Surge state, StandDown c) {
    RoleGuards.open(state);
    return List.of(new SurgeStoodDown(c.reason()));
  }
}
