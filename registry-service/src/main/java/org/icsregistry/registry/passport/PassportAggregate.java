package org.icsregistry.registry.passport;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.icsregistry.contracts.message.PassportCommand;
import org.icsregistry.contracts.message.PassportCommand.AcceptItem;
import org.icsregistry.contracts.message.PassportCommand.CompleteVerification;
import org.icsregistry.contracts.message.PassportCommand.IssuePassport;
import org.icsregistry.contracts.message.PassportCommand.NoteView;
import org.icsregistry.contracts.message.PassportCommand.RejectItem;
import org.icsregistry.contracts.message.PassportCommand.RevokePassport;
import org.icsregistry.contracts.message.PassportCommand.SharePassport;
import org.icsregistry.contracts.message.PassportEvent;
import org.icsregistry.contracts.passport.IssuedPassport;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Decision;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.PersonGuards;
import org.icsregistry.registry.command.Shell;
import org.jspecify.annotations.Nullable;

/** A passport that one partner issued to one person. */
@AggregateRoot(type = "passport")
public final class PassportAggregate {

  @AggregateIdentifier private final String id;
  private @Nullable IssuedPassport state;
  private @Nullable String subject;

  public PassportAggregate(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  @CommandHandler(commandName = "passport")
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(PassportCommand command, @MetaDataValue(Shell.CONTEXT) CommandContext context) {
    return Shell.handle(
        context,
        () -> {
          PersonGuards.sameSubject(subject, context);
          return decide(state, command, context);
        });
  }

  @EventSourcingHandler
  void on(PassportEvent event, @MetaDataValue(Shell.SUBJECT) String about) {
    subject = about;
    state = IssuedPassport.evolve(state, event);
  }

  static List<PassportEvent> decide(
      @Nullable IssuedPassport state, PassportCommand command, CommandContext context) {
    Guards.senderMayAct(context);
    return switch (command) {
      case IssuePassport c -> Issuing.issue(state, c, context);
      case SharePassport c -> Issuing.share(Issuing.valid(state, c), c, context);
      case RevokePassport c -> Issuing.revoke(Issuing.valid(state, c), c, context);
      case NoteView c -> Verifying.look(Issuing.valid(state, c), c, context);
      case AcceptItem c -> Verifying.accept(Issuing.valid(state, c), c, context);
      case RejectItem c -> Verifying.reject(Issuing.valid(state, c), c, context);
      case CompleteVerification c -> Verifying.complete(Issuing.valid(state, c), c, context);
    };
  }
}
