package org.icsregistry.registry.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.problem.Problem;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedValues;
import org.icsregistry.contracts.sealing.SealingKey;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.CommandContext.Origin;
import org.icsregistry.registry.command.Decision;
import org.icsregistry.registry.command.Facts;
import org.icsregistry.registry.command.SignedBy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The write side without engines: the real bus, aggregates and facts over a log in memory. */
public final class Ledger {

  public static final String HOST = "QOP";

  private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
  private final Map<String, SecretKey> keys = new HashMap<>();
  private final DecisionUnit unit;
  private final Facts facts;
  private @Nullable String actor = "coordinator-7";
  private LocalDate today = LocalDate.parse("2026-11-02");

  public Ledger() {
    this(1_000_000);
  }

  /**
   * @param memory for recent states, in bytes
   */
  public Ledger(long memory) {
    var configuration = new StoreConfiguration();
    var store = EmbeddedEventStore.builder().storageEngine(log).build();
    var aggregates =
        configuration.aggregates(store, log, new RecentStates(memory, new SimpleMeterRegistry()));
    unit = new DecisionUnit(configuration.commandBus(aggregates), aggregates, new NobodyElse());
    facts = new StoredFacts(aggregates, kid -> Optional.ofNullable(keys.get(kid)));
  }

  /** There is no other writer, so no decision is ever stale. */
  private static final class NobodyElse extends LogAppender {

    NobodyElse() {
      super(new JdbcTemplate(), Clock.systemUTC());
    }

    @Override
    public void refuseIfStale(ReadSet readSet) {}
  }

  /** What became of a command: events, or why not. */
  public sealed interface Outcome {
    record Accepted(List<Event> events) implements Outcome {}

    record Refused(Problem problem) implements Outcome {}
  }

  /** Nobody is named as the actor of what is sent from now on. */
  public void unnamed() {
    actor = null;
  }

  public void todayIs(LocalDate day) {
    today = day;
  }

  public LocalDate today() {
    return today;
  }

  /** Decides one command in a unit of its own. */
  public Outcome send(String organisation, String subject, Command command) {
    return send(organisation, subject, command, null);
  }

  /** With the signature of the organisation. */
  public Outcome send(
      String organisation, String subject, Command command, @Nullable SignedBy signedBy) {
    long before = size();
    var id = UUID.randomUUID().toString();
    var origin = new Origin(organisation, subject, id, actor, null, signedBy);
    var context = new CommandContext(origin, noon(today), facts, HOST);
    var decision = new AtomicReference<Decision>();
    unit.committed(unit.run(() -> decision.set(unit.decide(command, context))));
    return switch (decision.get()) {
      case Decision.Accepted _ -> new Outcome.Accepted(eventsFrom(before));
      case Decision.Refused(var problem) -> new Outcome.Refused(problem);
    };
  }

  public long size() {
    try (var all = log.readEvents(null, false)) {
      return all.count();
    }
  }

  /** Seals as the intake does. */
  public <T> Sealed<T> seal(String subject, String field, T value) {
    var kid = subject + ".test";
    var key = keys.computeIfAbsent(kid, Ledger::newKey);
    return SealedValues.seal(
        new SealingKey(kid, key), field, "command", Json.MAPPER.writeValueAsString(value));
  }

  /** Destroys the person's keys. */
  public void erase(String subject) {
    keys.keySet().removeIf(kid -> kid.startsWith(subject));
  }

  private List<Event> eventsFrom(long index) {
    try (var all = log.readEvents(null, false)) {
      return all.skip(index).map(EventMessage::getPayload).map(Event.class::cast).toList();
    }
  }

  private static SecretKey newKey(String kid) {
    var bytes = new byte[32];
    var text = kid.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, bytes, 0, Math.min(text.length, 32));
    return new SecretKeySpec(bytes, "AES");
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).atZone(CommandContext.ZONE).toInstant();
  }
}
