package org.icsregistry.registry.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.Format;
import org.icsregistry.contracts.message.VolunteerCommand;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Decision;
import org.icsregistry.registry.command.PersonGuards;
import org.icsregistry.registry.command.Shell;
import org.icsregistry.registry.exchange.Exchange;
import org.icsregistry.registry.store.StoreConfiguration.AllAggregates;
import org.springframework.stereotype.Component;

/**
 * Units of decisions: many commands, each in a nested unit of work, and one append for all.
 * Deciding and appending are two steps, so that the next unit can be decided, on top of this one,
 * while this one is being written. All but {@link #append} is called by one thread.
 */
@Component
public class DecisionUnit {

  private final CommandBus bus;
  private final AllAggregates aggregates;
  private final LogAppender appender;
  private long units;

  DecisionUnit(CommandBus bus, AllAggregates aggregates, LogAppender appender) {
    this.bus = bus;
    this.aggregates = aggregates;
    this.appender = appender;
  }

  /** Runs {@code work}, which calls {@link #decide}; writes nothing. */
  public Decided run(Runnable work) {
    var root = DefaultUnitOfWork.startAndGet(null);
    ReadSet readSet;
    List<DomainEventMessage<?>> events;
    try {
      readSet = ReadSet.current();
      events = LogStorageEngine.staged(root);
      work.run();
      aggregates.all().forEach(Aggregates::noteUnchanged);
    } catch (RuntimeException | Error fault) {
      root.rollback(fault);
      throw fault;
    }
    root.commit();
    long number = ++units;
    aggregates.all().forEach(a -> a.decided(number));
    return new Decided(number, events, readSet);
  }

  /**
   * Appends what was decided, after the units before it. Called in a transaction.
   *
   * @param exchange gets the statements that write
   * @throws StaleDecisionException when another writer changed what the decisions rest on
   */
  public void append(Decided decided, Exchange exchange) {
    if (decided.events().isEmpty()) {
      appender.refuseIfStale(decided.readSet());
    } else {
      appender.append(decided.events(), decided.readSet(), exchange);
    }
  }

  /** Decides one command. A fault, unlike a refusal, ends the whole unit. */
  public Decision decide(Command command, CommandContext context) {
    return switch (Decision.of(() -> untroubled(command, context))) {
      case Decision.Accepted _ -> dispatch(command, context);
      case Decision.Refused refused -> refused;
    };
  }

  /** A person's own aggregate asks itself; what else is about a person asks here. */
  private static void untroubled(Command command, CommandContext context) {
    if (!(command instanceof VolunteerCommand) && Format.isUuid(context.subject())) {
      PersonGuards.untroubled(context.facts().person(context.subject()), command);
    }
  }

  private Decision dispatch(Command command, CommandContext context) {
    var message =
        new GenericCommandMessage<>(
            new GenericMessage<>(
                command,
                MetaData.with(Shell.CONTEXT, context)
                    .and(
                        StoreConfiguration.TARGET,
                        AggregateKind.target(command, context.subject()))),
            AggregateKind.of(command).code());
    var decision = new AtomicReference<Decision>();
    bus.<Command, Decision>dispatch(
        message,
        (_, result) -> {
          if (result.isExceptional()) {
            throw new DecisionFaultException(result.exceptionResult());
          }
          decision.set(result.getPayload());
        });
    return decision.get();
  }

  /** The unit's transaction has committed. */
  public void committed(Decided decided) {
    aggregates.all().forEach(a -> a.committed(decided.number()));
  }

  /** What was decided and has not committed is void, all of it. */
  public void rolledBack() {
    aggregates.all().forEach(Aggregates::rolledBack);
  }
}
