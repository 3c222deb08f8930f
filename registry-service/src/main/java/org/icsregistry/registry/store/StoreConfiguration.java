package org.icsregistry.registry.store;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.icsregistry.registry.application.ApplicationAggregate;
import org.icsregistry.registry.opportunity.OpportunityAggregate;
import org.icsregistry.registry.partner.PartnerAggregate;
import org.icsregistry.registry.passport.PassportAggregate;
import org.icsregistry.registry.placement.PlacementAggregate;
import org.icsregistry.registry.programme.ProgrammeAggregate;
import org.icsregistry.registry.role.RoleAggregate;
import org.icsregistry.registry.surge.SurgeAggregate;
import org.icsregistry.registry.volunteer.VolunteerAggregate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * All of Axon that the registry uses, wired by hand: a command bus, aggregates, and a store. No
 * auto-configuration, hence no silent NoTransactionManager, no update checker, no timeouts, no
 * connector (see docs/decisions on Axon).
 */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  /** Metadata key of the aggregate a command goes to. */
  static final String TARGET = "target";

  /**
   * The transactions of the log. Declared by hand: Boot declares none as soon as there is one for
   * Kafka, and every statement of a batch would then commit by itself.
   */
  @Bean
  @Primary
  JdbcTransactionManager transactionManager(DataSource dataSource) {
    return new JdbcTransactionManager(dataSource);
  }

  @Bean
  EventStore eventStore(EventStorageEngine engine) {
    return EmbeddedEventStore.builder().storageEngine(engine).build();
  }

  /** The transaction is the batch's, around the root unit of work; the bus itself has none. */
  @Bean
  CommandBus commandBus(AllAggregates aggregates) {
    var bus = SimpleCommandBus.builder().build();
    subscribe(
        bus,
        PartnerAggregate.class,
        aggregates.partners(),
        id -> new PartnerAggregate(id, AggregateKind.key(id)));
    subscribe(
        bus,
        RoleAggregate.class,
        aggregates.roles(),
        id -> new RoleAggregate(id, AggregateKind.key(id)));
    subscribe(bus, VolunteerAggregate.class, aggregates.volunteers(), VolunteerAggregate::new);
    subscribe(
        bus, ApplicationAggregate.class, aggregates.applications(), ApplicationAggregate::new);
    subscribe(bus, PlacementAggregate.class, aggregates.placements(), PlacementAggregate::new);
    subscribe(bus, PassportAggregate.class, aggregates.passports(), PassportAggregate::new);
    subscribe(
        bus,
        SurgeAggregate.class,
        aggregates.surges(),
        id -> new SurgeAggregate(id, AggregateKind.key(id)));
    subscribe(
        bus,
        OpportunityAggregate.class,
        aggregates.opportunities(),
        id -> new OpportunityAggregate(id, AggregateKind.key(id)));
    subscribe(
        bus,
        ProgrammeAggregate.class,
        aggregates.programmes(),
        id -> new ProgrammeAggregate(id, AggregateKind.key(id)));
    return bus;
  }

  @Bean
  RecentStates recentStates(MeterRegistry meters) {
    return RecentStates.shareOf(Runtime.getRuntime().maxMemory(), meters);
  }

  @Bean
  AllAggregates aggregates(EventStore store, EventStorageEngine engine, RecentStates recent) {
    return new AllAggregates(
        Aggregates.of(
            PartnerAggregate.class,
            id -> new PartnerAggregate(id, AggregateKind.key(id)),
            store,
            engine,
            recent),
        Aggregates.of(
            RoleAggregate.class,
            id -> new RoleAggregate(id, AggregateKind.key(id)),
            store,
            engine,
            recent),
        Aggregates.of(VolunteerAggregate.class, VolunteerAggregate::new, store, engine, recent),
        Aggregates.of(ApplicationAggregate.class, ApplicationAggregate::new, store, engine, recent),
        Aggregates.of(PlacementAggregate.class, PlacementAggregate::new, store, engine, recent),
        Aggregates.of(
            SurgeAggregate.class,
            id -> new SurgeAggregate(id, AggregateKind.key(id)),
            store,
            engine,
            recent),
        Aggregates.of(PassportAggregate.class, PassportAggregate::new, store, engine, recent),
        Aggregates.of(
            OpportunityAggregate.class,
            id -> new OpportunityAggregate(id, AggregateKind.key(id)),
            store,
            engine,
            recent),
        Aggregates.of(
            ProgrammeAggregate.class,
            id -> new ProgrammeAggregate(id, AggregateKind.key(id)),
            store,
            engine,
            recent));
  }

  private static <T> void subscribe(
      CommandBus bus, Class<T> type, Aggregates<T> aggregates, Function<String, T> create) {
    AggregateAnnotationCommandHandler.<T>builder()
        .aggregateType(type)
        .repository(aggregates)
        .commandTargetResolver(command ->
            new VersionedAggregateIdentifier(
                requireNonNull(command.getMetaData().get(TARGET)), null))
        .creationPolicyAggregateFactory(id -> create.apply((String) requireNonNull(id)))
        .build()
        .subscribe(bus);
  }

  /** The repositories, one per kind. */
  record AllAggregates(
      Aggregates<PartnerAggregate> partners,
      Aggregates<RoleAggregate> roles,
      Aggregates<VolunteerAggregate> volunteers,
      Aggregates<ApplicationAggregate> applications,
      Aggregates<PlacementAggregate> placements,
      Aggregates<SurgeAggregate> surges,
      Aggregates<PassportAggregate> passports,
      Aggregates<OpportunityAggregate> opportunities,
      Aggregates<ProgrammeAggregate> programmes) {

    Aggregates<?> of(AggregateKind kind) {
      return switch (kind) {
        case PARTNER -> partners;
        case ROLE -> roles;
        case VOLUNTEER -> volunteers;
        case APPLICATION -> applications;
        case PLACEMENT -> placements;
        case SURGE -> surges;
        case PASSPORT -> passports;
        case OPPORTUNITY -> opportunities;
        case PROGRAMME -> programmes;
      };
    }

    List<Aggregates<?>> all() {
      return Stream.of(AggregateKind.values()).<Aggregates<?>>map(this::of).toList();
    }
  }
}
