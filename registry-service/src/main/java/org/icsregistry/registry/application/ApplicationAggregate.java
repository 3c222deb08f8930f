package org.icsregistry.registry.application;

import static java.util.stream.Collectors.toCollection;
import static org.icsregistry.contracts.code.WaitingOn.NOBODY;
import static org.icsregistry.contracts.code.WaitingOn.ORGANISATION;
import static org.icsregistry.contracts.code.WaitingOn.VOLUNTEER;
import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.icsregistry.contracts.code.DeclineReason;
import org.icsregistry.contracts.message.ApplicationCommand;
import org.icsregistry.contracts.message.ApplicationCommand.AnswerOffer;
import org.icsregistry.contracts.message.ApplicationCommand.Apply;
import org.icsregistry.contracts.message.ApplicationCommand.DeclineApplicant;
import org.icsregistry.contracts.message.ApplicationCommand.ExpressInterest;
import org.icsregistry.contracts.message.ApplicationCommand.HoldConversation;
import org.icsregistry.contracts.message.ApplicationCommand.MakeOffer;
import org.icsregistry.contracts.message.ApplicationCommand.PutInTalentPool;
import org.icsregistry.contracts.message.ApplicationCommand.ScheduleConversation;
import org.icsregistry.contracts.message.ApplicationCommand.WithdrawApplication;
import org.icsregistry.contracts.message.ApplicationEvent;
import org.icsregistry.contracts.message.ApplicationEvent.ApplicantDeclined;
import org.icsregistry.contracts.message.ApplicationEvent.ApplicationWithdrawn;
import org.icsregistry.contracts.message.ApplicationEvent.Applied;
import org.icsregistry.contracts.message.ApplicationEvent.ConversationHeld;
import org.icsregistry.contracts.message.ApplicationEvent.ConversationScheduled;
import org.icsregistry.contracts.message.ApplicationEvent.InterestExpressed;
import org.icsregistry.contracts.message.ApplicationEvent.OfferAnswered;
import org.icsregistry.contracts.message.ApplicationEvent.OfferMade;
import org.icsregistry.contracts.message.ApplicationEvent.PlacedInTalentPool;
import org.icsregistry.contracts.passport.Application;
import org.icsregistry.contracts.passport.Application.Step;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Decision;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.PersonGuards;
import org.icsregistry.registry.command.RoleGuards;
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
          PersonGuards.sameSubject(subject, context);
          return decide(state, command, context);
        });
  }

  @EventSourcingHandler
  void on(ApplicationEvent event, @MetaDataValue(Shell.SUBJECT) String about) {
    subject = about;
    state = Application.evolve(event);
  }

  static List<ApplicationEvent> decide(
      @Nullable Application state, ApplicationCommand command, CommandContext context) {
    Guards.senderMayAct(context);
    return List.of(
        switch (command) {
          case ExpressInterest c -> express(state, c, context);
          case PutInTalentPool c -> pool(beforeOffer(state, c, context));
          case Apply c ->
              apply(at(state, EnumSet.of(Step.INTERESTED, Step.TALENT_POOL), c, context));
          case ScheduleConversation c -> schedule(beforeOffer(state, c, context), c, context);
          case HoldConversation c -> held(beforeOffer(state, c, context), c);
          case MakeOffer c -> offer(beforeOffer(state, c, context));
          case AnswerOffer c -> answer(at(state, EnumSet.of(Step.OFFERED), c, context), c);
          case DeclineApplicant c -> decline(open(state, c, context), c, context);
          case WithdrawApplication c -> withdraw(open(state, c, context), c);
        });
  }

  private static ApplicationEvent pool(Application a) {
    return new PlacedInTalentPool(a.id(), a.partner(), a.roleId(), ORGANISATION);
  }

  private static ApplicationEvent apply(Application a) {
    return new Applied(a.id(), a.partner(), a.roleId(), ORGANISATION);
  }

  private static ApplicationEvent schedule(
      Application a, ScheduleConversation c, CommandContext context) {
    if (c.scheduledFor().isBefore(context.today())) {
      throw new Refusal(
          DATE_ORDER,
          "scheduledFor today, " + context.today() + ", or later",
          c.scheduledFor().toString(),
          "correct the date, or send HoldConversation if it has taken place");
    }
    return new ConversationScheduled(
        a.id(), a.partner(), a.roleId(), c.scheduledFor(), ORGANISATION);
  }

  private static ApplicationEvent held(Application a, HoldConversation c) {
    return new ConversationHeld(a.id(), a.partner(), a.roleId(), c.heldOn(), ORGANISATION);
  }

  private static ApplicationEvent offer(Application a) {
    return new OfferMade(a.id(), a.partner(), a.roleId(), VOLUNTEER);
  }

  private static ApplicationEvent answer(Application a, AnswerOffer c) {
    return new OfferAnswered(
        a.id(), a.partner(), a.roleId(), c.accepted(), c.accepted() ? ORGANISATION : NOBODY);
  }

  private static ApplicationEvent decline(
      Application a, DeclineApplicant c, CommandContext context) {
    // The host closes for a partner only what nobody but the person holds up, and never a way on
    // which checks and training have begun.
    if (!context.sender().equals(a.partner())
        && (c.reason() != DeclineReason.NO_RESPONSE || a.step() != Step.OFFERED)) {
      throw new Refusal(
          APPLICATION_STATE,
          "from the host, the reason NO_RESPONSE and an offer that waits for an answer",
          c.reason() + " at step " + a.step(),
          "let " + a.partner() + " decide");
    }
    return new ApplicantDeclined(a.id(), a.partner(), a.roleId(), c.reason(), NOBODY);
  }

  private static ApplicationEvent withdraw(Application a, WithdrawApplication c) {
    return new ApplicationWithdrawn(a.id(), a.partner(), a.roleId(), c.reason(), NOBODY);
  }

  private static ApplicationEvent express(
      @Nullable Application state, ExpressInterest c, CommandContext context) {
    if (state != null) {
      throw new Refusal(
          APPLICATION_ALREADY_EXISTS,
          "an applicationId that is not used yet",
          c.applicationId() + ", which is used",
          "choose a new UUID for a new application");
    }
    var person = PersonGuards.person(context);
    PersonGuards.registered(person, context);
    PersonGuards.linked(person, context.sender());
    RoleGuards.roleAt(context, context.sender(), c.roleId());
    if (c.opportunityId() != null) {
      RoleGuards.opportunityFor(context, context.sender(), c.roleId(), c.opportunityId());
    }
    return new InterestExpressed(
        c.applicationId(), context.sender(), c.roleId(), ORGANISATION, c.opportunityId());
  }

  private static Application beforeOffer(
      @Nullable Application state, ApplicationCommand c, CommandContext context) {
    return at(state, steps(Step::beforeOffer), c, context);
  }

  private static Application open(
      @Nullable Application state, ApplicationCommand c, CommandContext context) {
    return at(state, steps(Step::open), c, context);
  }

  private static Set<Step> steps(Predicate<Step> which) {
    return EnumSet.allOf(Step.class).stream().filter(which).collect(toCollection(TreeSet::new));
  }

  private static Application at(
      @Nullable Application state, Set<Step> steps, ApplicationCommand c, CommandContext context) {
    if (state == null) {
      throw new Refusal(
          APPLICATION_UNKNOWN,
          "the id of an application",
          c.applicationId() + ", which is unknown",
          "send ExpressInterest first, or correct the id");
    }
    Guards.mayDecideFor(context, state.partner());
    if (!steps.contains(state.step())) {
      throw new Refusal(
          APPLICATION_STATE,
          "an application at one of the steps " + steps,
          "one at step " + state.step(),
          "look at the application; this step was taken before or is not due");
    }
    return state;
  }
}
