package org.icsregistry.registry.store;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.icsregistry.registry.store.AggregateKind.VOLUNTEER;

import java.util.stream.Stream;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.Format;
import org.icsregistry.registry.store.StoreConfiguration.AllAggregates;
import org.springframework.stereotype.Component;

/**
 * Reads what the commands of a batch go to, and whom they are about, with one look at the store,
 * instead of one for each: of the aggregates that begin with the batch nothing can be in memory,
 * nor of people whom nobody has mentioned for long.
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

    /** What the command goes to and, where that is not the person it is about, that person. */
    public static Stream<Target> of(Command command, String subject) {
      var target = new Target(AggregateKind.of(command), AggregateKind.target(command, subject));
      return target.kind == VOLUNTEER || !Format.isUuid(subject)
          ? Stream.of(target)
          : Stream.of(target, new Target(VOLUNTEER, VOLUNTEER.id(subject)));
    }
  }

  /** For the unit that is decided next, by the thread that decides it. */
  public void read(Stream<Target> targets) {
    var missing =
        targets
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
