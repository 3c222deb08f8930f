package org.icsregistry.bench.axon;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.icsregistry.bench.BenchException;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.registry.application.ApplicationAggregate;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Decision;
import org.icsregistry.registry.command.Shell;
import org.icsregistry.registry.partner.PartnerAggregate;
import org.icsregistry.registry.placement.PlacementAggregate;
import org.icsregistry.registry.role.RoleAggregate;
import org.icsregistry.registry.store.AggregateKind;
import org.icsregistry.registry.volunteer.VolunteerAggregate;

/**
 * The registry's aggregates, and thereby its rules, on Axon's own command bus, caching repositories
 * with their locks, and event store: one command per unit of work and transaction.
 */
final class AxonSystem {

  private static final String TARGET = "target";

  private final CommandBus bus = SimpleCommandBus.builder().build();
  private final Repository<PartnerAggregate> partners;
  private final Repository<RoleAggregate> roles;
  private final Repository<VolunteerAggregate> volunteers;

  AxonSystem(EventStore store) {
    partners =
        subscribe(
            store, PartnerAggregate.class, id -> new PartnerAggregate(id, AggregateKind.key(id)));
    roles =
        subscribe(store, RoleAggregate.class, id -> new RoleAggregate(id, AggregateKind.key(id)));
    volunteers = subscribe(store, VolunteerAggregate.class, VolunteerAggregate::new);
    subscribe(store, ApplicationAggregate.class, ApplicationAggregate::new);
    subscribe(store, PlacementAggregate.class, PlacementAggregate::new);
  }

  Repository<PartnerAggregate> partners() {
    return partners;
  }

  Repository<RoleAggregate> roles() {
    return roles;
  }

  Repository<VolunteerAggregate> volunteers() {
    return volunteers;
  }

  /** Returns when the command's transaction has committed. */
  void accept(Command command, CommandContext context) {
    var message =
        new GenericCommandMessage<>(
            new GenericMessage<>(
                command,
                MetaData.with(Shell.CONTEXT, context)
                    .and(TARGET, AggregateKind.target(command, context.subject()))),
            AggregateKind.of(command).code());
    var decided = new AtomicReference<Decision>();
    bus.<Command, Decision>dispatch(
        message,
        (_, result) -> {
          if (result.isExceptional()) {
            throw new BenchException("axon-jdbc: a command failed", result.exceptionResult());
          }
          decided.set(result.getPayload());
        });
    if (!(decided.get() instanceof Decision.Accepted)) {
      throw new BenchException("axon-jdbc: expected acceptance, got " + decided.get());
    }
  }

  private <T> Repository<T> subscribe(EventStore store, Class<T> type, Function<String, T> create) {
    Repository<T> repository =
        EventSourcingRepository.builder(type)
            .eventStore(store)
            .aggregateFactory(new Factory<>(type, create))
            .cache(new WeakReferenceCache())
            .build();
    AggregateAnnotationCommandHandler.<T>builder()
        .aggregateType(type)
        .repository(repository)
        .commandTargetResolver(command ->
            new VersionedAggregateIdentifier(
                requireNonNull(command.getMetaData().get(TARGET)), null))
        .creationPolicyAggregateFactory(id -> create.apply((String) requireNonNull(id)))
        .build()
        .subscribe(bus);
    return repository;
  }

  private record Factory<T>(Class<T> type, Function<String, T> create)
      implements AggregateFactory<T> {

    @Override
    public T createAggregateRoot(String id, DomainEventMessage<?> firstEvent) {
      return create.apply(id);
    }

    @Override
    public Class<T> getAggregateType() {
      return type;
    }
  }
}
