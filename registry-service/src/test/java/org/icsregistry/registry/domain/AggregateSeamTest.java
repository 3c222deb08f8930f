package org.icsregistry.registry.domain;

import static java.util.Objects.requireNonNull;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.hamcrest.CoreMatchers;
import org.icsregistry.contracts.code.AgreementType;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.OpportunityEnd;
import org.icsregistry.contracts.code.StandDownReason;
import org.icsregistry.contracts.code.SurgeReason;
import org.icsregistry.contracts.code.SuspensionReason;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.directory.Opportunity;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.directory.Surge;
import org.icsregistry.contracts.message.ApplicationCommand.MakeOffer;
import org.icsregistry.contracts.message.ApplicationEvent.InterestExpressed;
import org.icsregistry.contracts.message.ApplicationEvent.OfferMade;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.OpportunityCommand.CloseOpportunity;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityClosed;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityPublished;
import org.icsregistry.contracts.message.PartnerCommand.SuspendPartner;
import org.icsregistry.contracts.message.PartnerEvent.AgreementSigned;
import org.icsregistry.contracts.message.PartnerEvent.PartnerRegistered;
import org.icsregistry.contracts.message.PartnerEvent.PartnerSuspended;
import org.icsregistry.contracts.message.PassportCommand.RevokePassport;
import org.icsregistry.contracts.message.PassportEvent.PassportIssued;
import org.icsregistry.contracts.message.PassportEvent.PassportRevoked;
import org.icsregistry.contracts.message.RoleCommand.ReviseRole;
import org.icsregistry.contracts.message.RoleEvent.RoleDefined;
import org.icsregistry.contracts.message.RoleEvent.RoleRevised;
import org.icsregistry.contracts.message.SurgeCommand.StandDown;
import org.icsregistry.contracts.message.SurgeEvent.SurgeDeclared;
import org.icsregistry.contracts.message.SurgeEvent.SurgeStoodDown;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.sealing.KeySource;
import org.icsregistry.registry.application.ApplicationAggregate;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.CommandContext.Origin;
import org.icsregistry.registry.command.Decision;
import org.icsregistry.registry.command.Facts;
import org.icsregistry.registry.command.Shell;
import org.icsregistry.registry.opportunity.OpportunityAggregate;
import org.icsregistry.registry.partner.PartnerAggregate;
import org.icsregistry.registry.passport.PassportAggregate;
import org.icsregistry.registry.role.RoleAggregate;
import org.icsregistry.registry.store.AggregateKind;
import org.icsregistry.registry.surge.SurgeAggregate;
import org.junit.jupiter.api.Test;

/**
 * The seam between pure decisions and Axon: an aggregate changes by its events alone, so that a
 * reload gives the same state, and a refusal applies nothing.
 */
class AggregateSeamTest {

  private static final String PERSON = World.id();

  /** Manchester is in good standing; nothing else exists. */
  private static final Facts FACTS =
      new Facts() {
        @Override
        public Partner partner(String code) {
          return Partner.unknown(code)
              .evolve(new PartnerRegistered(code, IssuerCategory.NHS_TRUST))
              .evolve(new AgreementSigned(AgreementType.DSA, "1.0", LAST_WEEK, null))
              .evolve(new AgreementSigned(AgreementType.TERMS_OF_USE, "1.0", LAST_WEEK, null));
        }

        @Override
        public Role role(String roleId) {
          return Role.unknown(roleId);
        }

        @Override
        public Opportunity opportunity(String opportunityId) {
          return Opportunity.unknown(opportunityId);
        }

        @Override
        public Person person(String subject) {
          return Person.unknown();
        }

        @Override
        public Surge surge(String surgeId) {
          return Surge.unknown(surgeId);
        }

        @Override
        public KeySource keys() {
          return _ -> Optional.empty();
        }
      };

  @Test
  void aPartner_changesByItsEventsAlone() {
    fixture(PartnerAggregate.class, id -> new PartnerAggregate(id, AggregateKind.key(id)))
        .given(List.of(event(new PartnerRegistered("A trust", IssuerCategory.NHS_TRUST))))
        .when(command(HOST, MANCHESTER, new SuspendPartner(SuspensionReason.SAFEGUARDING)))
        .expectResultMessagePayloadMatching(CoreMatchers.isA(Decision.Accepted.class))
        .expectEvents(new PartnerSuspended(SuspensionReason.SAFEGUARDING));
  }

  @Test
  void aRole_changesByItsEventsAlone() {
    var mode = EngagementMode.SHIFT;
    fixture(RoleAggregate.class, id -> new RoleAggregate(id, AggregateKind.key(id)))
        .given(List.of(event(new RoleDefined(1, "Ward", mode, List.of()))))
        .when(command(MANCHESTER, WARD, new ReviseRole("Ward", mode, List.of(), true)))
        .expectResultMessagePayloadMatching(CoreMatchers.isA(Decision.Accepted.class))
        .expectEvents(new RoleRevised(2, "Ward", mode, List.of(), true));
  }

  @Test
  void anApplication_changesByItsEventsAlone() {
    var id = World.id();
    var interest = new InterestExpressed(id, MANCHESTER, WARD, WaitingOn.ORGANISATION);
    fixture(ApplicationAggregate.class, ApplicationAggregate::new)
        .given(List.of(event(interest)))
        .when(command(MANCHESTER, PERSON, new MakeOffer(id)))
        .expectResultMessagePayloadMatching(CoreMatchers.isA(Decision.Accepted.class))
        .expectEvents(new OfferMade(id, MANCHESTER, WARD, WaitingOn.VOLUNTEER));
  }

  @Test
  void aPassport_changesByItsEventsAlone() {
    var id = World.id();
    var issued =
        new PassportIssued(id, MANCHESTER, LAST_WEEK, LAST_WEEK, List.of("an item of the person"));
    fixture(PassportAggregate.class, PassportAggregate::new)
        .given(List.of(event(issued)))
        .when(command(MANCHESTER, PERSON, new RevokePassport(id, WithdrawalReason.NO_LONGER_VALID)))
        .expectResultMessagePayloadMatching(CoreMatchers.isA(Decision.Accepted.class))
        .expectEvents(new PassportRevoked(id, MANCHESTER, WithdrawalReason.NO_LONGER_VALID));
  }

  @Test
  void aSurge_changesByItsEventsAlone() {
    var declared =
        new SurgeDeclared("Flood in the south", SurgeReason.FLOOD, List.of("M20", "M21"), 2);
    fixture(SurgeAggregate.class, id -> new SurgeAggregate(id, AggregateKind.key(id)))
        .given(List.of(event(declared)))
        .when(command(HOST, HOST + ".SURGE.FLOOD", new StandDown(StandDownReason.OVER)))
        .expectResultMessagePayloadMatching(CoreMatchers.isA(Decision.Accepted.class))
        .expectEvents(new SurgeStoodDown(StandDownReason.OVER));
  }

  @Test
  void anOpportunity_changesByItsEventsAlone() {
    var id = MANCHESTER + ".MORNINGS";
    var published = new OpportunityPublished("Mornings", WARD, OpportunityWays.TERMS);
    fixture(OpportunityAggregate.class, k -> new OpportunityAggregate(k, AggregateKind.key(k)))
        .given(List.of(event(published)))
        .when(command(MANCHESTER, id, new CloseOpportunity(OpportunityEnd.FILLED)))
        .expectResultMessagePayloadMatching(CoreMatchers.isA(Decision.Accepted.class))
        .expectEvents(new OpportunityClosed(OpportunityEnd.FILLED));
  }

  @Test
  void aRefusal_appliesNothing() {
    fixture(PartnerAggregate.class, id -> new PartnerAggregate(id, AggregateKind.key(id)))
        .given(List.of(event(new PartnerRegistered("A trust", IssuerCategory.NHS_TRUST))))
        .when(command(MANCHESTER, MANCHESTER, new SuspendPartner(SuspensionReason.SAFEGUARDING)))
        .expectResultMessagePayloadMatching(CoreMatchers.isA(Decision.Refused.class))
        .expectNoEvents();
  }

  private static <T> FixtureConfiguration<T> fixture(Class<T> type, Function<String, T> create) {
    return new AggregateTestFixture<>(type)
        .registerAggregateFactory(
            new AggregateFactory<T>() {
              @Override
              public T createAggregateRoot(String id, DomainEventMessage<?> first) {
                return create.apply(id);
              }

              @Override
              public Class<T> getAggregateType() {
                return type;
              }
            })
        .registerCommandTargetResolver(message ->
            new VersionedAggregateIdentifier(
                (Object)
                    AggregateKind.target(
                        (Command) message.getPayload(), context(message).subject()),
                null));
  }

  private static CommandContext context(CommandMessage<?> message) {
    return (CommandContext) requireNonNull(message.getMetaData().get(Shell.CONTEXT));
  }

  private static EventMessage<Event> event(Event event) {
    return new GenericEventMessage<>(event, Map.of(Shell.SUBJECT, PERSON));
  }

  private static CommandMessage<Command> command(String sender, String subject, Command command) {
    var origin = new Origin(sender, subject, World.id(), null, null);
    var context = new CommandContext(origin, Instant.parse("2026-11-02T12:00:00Z"), FACTS, HOST);
    return new GenericCommandMessage<>(
        new GenericMessage<>(command, MetaData.with(Shell.CONTEXT, context)),
        AggregateKind.of(command).code());
  }
}
