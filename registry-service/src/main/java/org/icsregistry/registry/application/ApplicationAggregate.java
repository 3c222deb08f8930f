package org.icsregistry.registry.application;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.message.ApplicationCommand;
import org.icsregistry.contracts.message.ApplicationCommand.AnswerOffer;
import org.icsregistry.contracts.message.ApplicationCommand.ExpressInterest;
import org.icsregistry.contracts.message.ApplicationCommand.MakeOffer;
import org.icsregistry.contracts.message.ApplicationEvent;
import org.icsregistry.contracts.message.ApplicationEvent.InterestExpressed;
import org.icsregistry.contracts.message.ApplicationEvent.OfferAnswered;
import org.icsregistry.contracts.message.ApplicationEvent.OfferMade;
import org.icsregistry.contracts.passport.Application;
import org.icsregistry.contracts.passport.Application.Step;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Decision;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.Shell;
import org.jspecify.annotations.Nullable;

/** Recruitment of one person by one partner for one role. */
@AggregateRoot(type = "application")
public final class ApplicationAggregate {

  @AggregateIdentifier private final String id;
  private @Nullable Application state;
  private @Nullable String subject;

  public ApplicationAggregate(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  @CommandHandler(commandName = "application")
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(
      ApplicationCommand command, @MetaDataValue(Shell.CONTEXT) CommandContext context) {
    return Shell.handle(
        context,
        () -> {
          Guards.sameSubject(subject, context);
          return decide(state, command, context);
        });
  }

  @EventSourcingHandler
  void on(ApplicationEvent event, @MetaDataValue(Shell.SUBJECT) String about) {
    subject = about;
    state = Application.evolve(state, event);
  }

  static List<ApplicationEvent> decide(
      @Nullable Application state, ApplicationCommand command, CommandContext context) {
    Guards.senderMayAct(context);
    return switch (command) {
      case ExpressInterest c -> express(state, c, context);
      case MakeOffer c -> {
        var app = at(state, Step.INTERESTED, c, context);
        yield List.of(new OfferMade(app.id(), app.partner(), app.roleId(), WaitingOn.VOLUNTEER));
      }
      case AnswerOffer c -> {
        var app = at(state, Step.OFFERED, c, context);
        yield List.of(
            new OfferAnswered(
                app.id(),
                app.partner(),
                app.roleId(),
                c.accepted(),
                c.accepted() ? WaitingOn.ORGANISATION : WaitingOn.NOBODY));
      }
    };
  }

  private static List<ApplicationEvent> express(
      @Nullable Application state, ExpressInterest c, CommandContext context) {
    if (state != null) {
      throw new Refusal(
          APPLICATION_ALREADY_EXISTS,
          "an applicationId that is not used yet",
          c.applicationId() + ", which is used",
          "choose a new UUID for a new application");
    }
    var person = context.facts().person(context.subject());
    Guards.registered(person, context);
    Guards.linked(person, context.sender());
    Guards.roleAt(context, context.sender(), c.roleId());
    return List.of(
        new InterestExpressed(
            c.applicationId(), context.sender(), c.roleId(), WaitingOn.ORGANISATION));
  }

  private static Application at(
      @Nullable Application state, Step step, ApplicationCommand c, CommandContext context) {
    if (state == null) {
      throw new Refusal(
          APPLICATION_UNKNOWN,
          "the id of an application",
          c.applicationId() + ", which is unknown",
          "send ExpressInterest first, or correct the id");
    }
    Guards.mayDecideFor(context, state.partner());
    if (state.step() != step) {
      throw new Refusal(
          APPLICATION_STATE,
          "an application at step " + step,
          "one at step " + state.step(),
          "look at the application; this step was taken before or is not due");
    }
    return state;
  }
}
