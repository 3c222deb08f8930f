package org.icsregistry.registry.store;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.registry.store.StoreConfiguration.AllAggregates;
import org.springframework.stereotype.Component;

/**
 * Reads what the commands of a batch go to with one look at the store, instead of one for each: of
 * the aggregates that begin with the batch nothing can be in memory.
 */
@Component
public class ReadAhead {

  private final AllAggregates aggregates;
  private final LogStorageEngine engine;

  ReadAhead(AllAggregates aggregates, LogStorageEngine engine) {
    this.aggregates = aggregates;
    this.engine = engine;
  }

  /** An aggregate that a command goes to. */
  public record Target(AggregateKind kind, String id) {

    public static Target of(Command command, String subject) {
      return new Target(AggregateKind.of(command), AggregateKind.target(command, subject));
    }
  }

  /** For the unit that is decided next, by the thread that decides it. */
  public void read(Collection<Target> targets) {
    var missing =
        targets.stream()
            .distinct()
            .filter(target -> !aggregates.of(target.kind).atHand(target.id))
            .collect(toMap(Target::id, Target::kind));
    if (!missing.isEmpty()) {
      engine
          .readAll(missing.keySet())
          .forEach(
              (id, events) -> aggregates.of(requireNonNull(missing.get(id))).fetched(id, events));
    }
  }
}
