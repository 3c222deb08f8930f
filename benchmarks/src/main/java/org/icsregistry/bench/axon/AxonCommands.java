package org.icsregistry.bench.axon;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.icsregistry.bench.BenchException;
import org.icsregistry.bench.load.Comparison;
import org.icsregistry.bench.load.Rate;
import org.icsregistry.bench.load.Workers;
import org.icsregistry.bench.mix.Envelope;
import org.icsregistry.bench.mix.Founding;
import org.icsregistry.bench.mix.Lane;
import org.icsregistry.bench.mix.Mix;
import org.icsregistry.engines.Database;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.CommandContext.Origin;

/**
 * The same commands on a plain Axon set-up in this process: no HTTP, no Kafka, no order, no tree,
 * no receipts, so that every difference but the storage is in its favour.
 */
public final class AxonCommands implements Comparison {

  private static final int THREADS = 32;

  private final Database database;
  private final AxonStore store;
  private final AxonSystem system;
  private final AxonFacts facts;
  private final PlainIntake intake = new PlainIntake();
  private final Mix mix;
  private final List<Lane> lanes;
  private final Clock clock;

  /**
   * @param founding what has to be in the store before the first volunteer
   */
  public AxonCommands(Database database, List<Envelope> founding, Mix mix, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.mix = mix;
    this.lanes = mix.lanes(THREADS);
    store = new AxonStore(database, THREADS);
    system = new AxonSystem(store.store());
    facts = new AxonFacts(system, intake.vault());
    founding.forEach(this::send);
    facts.founded();
  }

  @Override
  public String name() {
    return "axon-jdbc";
  }

  @Override
  public String description() {
    return "plain Axon with its JDBC engine in one process, %d threads".formatted(THREADS);
  }

  @Override
  public Rate run(Duration duration) {
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    var done = new LongAdder();
    Workers.run(lanes.stream().<Runnable>map(lane -> () -> sendUntil(end, lane, done)).toList());
    mix.settled();
    return new Rate(done.sum(), System.nanoTime() - start, done.sum());
  }

  private void sendUntil(long end, Lane lane, LongAdder done) {
    while (System.nanoTime() < end) {
      send(lane.next());
      done.increment();
    }
  }

  private void send(Envelope envelope) {
    var origin = new Origin(envelope.organisation(), envelope.subject(), envelope.id(), null, null);
    system.accept(
        intake.command(envelope),
        new CommandContext(origin, clock.instant(), facts, Founding.HOST));
  }

  /** Copies of what is there, under other ids, so that tables and indexes are as large. */
  @Override
  public void growTo(long events) {
    try (var connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.owner(), database.ownerPassword());
        var insert =
            connection.prepareStatement(
                """
                insert into DomainEventEntry
                  (aggregateIdentifier, sequenceNumber, type, eventIdentifier, metaData, payload, payloadRevision,
                   payloadType, timeStamp)
                select 'grown:' || gen_random_uuid(), 0, e.type, gen_random_uuid(), e.metaData, e.payload,
                       e.payloadRevision, e.payloadType, e.timeStamp
                from (select count(*) as held from DomainEventEntry) as total
                cross join lateral generate_series(total.held, ? - 1) as n
                join DomainEventEntry e on e.globalIndex = 1 + n % total.held
                """)) {
      insert.setLong(1, events);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new BenchException("The store of the comparison could not be filled", e);
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
