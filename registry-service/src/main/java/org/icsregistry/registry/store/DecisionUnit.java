package org.icsregistry.registry.store;

import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Decision;
import org.icsregistry.registry.command.Shell;
import org.icsregistry.registry.store.StoreConfiguration.AllAggregates;
import org.springframework.stereotype.Component;

/**
 * One unit of decisions: many commands, each in a nested unit of work, and one append at the end.
 * Used by one thread at a time, inside a transaction.
 */
@Component
public class DecisionUnit {

  private final CommandBus bus;
  private final AllAggregates aggregates;
  private final LogAppender appender;

  DecisionUnit(CommandBus bus, AllAggregates aggregates, LogAppender appender) {
    this.bus = bus;
    this.aggregates = aggregates;
    this.appender = appender;
  }

  /** Runs {@code work}, which calls {@link #decide}, and appends what was decided. */
  public void run(Runnable work) {
    var root = DefaultUnitOfWork.startAndGet(null);
    ReadSet readSet;
    try {
      readSet = ReadSet.current();
      work.run();
      aggregates.all().forEach(Aggregates::noteUnchanged);
    } catch (RuntimeException | Error fault) {
      root.rollback(fault);
      throw fault;
    }
    root.commit();
    if (!readSet.compared()) {
      appender.refuseIfStale(readSet);
    }
  }

  /** Decides one command. A fault, unlike a refusal, ends the whole unit. */
  public Decision decide(Command command, CommandContext context) {
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

  /** The transaction has committed. */
  public void committed() {
    aggregates.all().forEach(Aggregates::committed);
  }

  /** The transaction has rolled back. */
  public void rolledBack() {
    aggregates.all().forEach(Aggregates::rolledBack);
  }
}
