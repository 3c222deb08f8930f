package org.icsregistry.registry.programme;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.icsregistry.contracts.directory.Programme;
import org.icsregistry.contracts.message.ProgrammeCommand;
import org.icsregistry.contracts.message.ProgrammeEvent;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Decision;
import org.icsregistry.registry.command.Shell;

/** What several partners want to reach together. */
@AggregateRoot(type = "programme")
public final class ProgrammeAggregate {

  @AggregateIdentifier private final String id;
  private Programme state;

  public ProgrammeAggregate(String id, String programmeId) {
    this.id = id;
    this.state = Programme.unknown(programmeId);
  }

  public String id() {
    return id;
  }

  @CommandHandler(commandName = "programme")
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(ProgrammeCommand command, @MetaDataValue(Shell.CONTEXT) CommandContext context) {
    return Shell.handle(context, () -> decide(state, command, context));
  }

  @EventSourcingHandler
  void on(ProgrammeEvent event) {
    state = state.evolve(event);
  }

  static List<ProgrammeEvent> decide(
      Programme state, ProgrammeCommand command, CommandContext context) {
    return List.of(ProgrammeDecisions.decide(state, command, context));
  }
}
