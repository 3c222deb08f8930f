package org.icsregistry.bench.audit;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.icsregistry.bench.BenchException;
import org.icsregistry.bench.load.Load;
import org.icsregistry.bench.load.Rate;
import org.icsregistry.bench.system.SystemUnderTest;
import org.icsregistry.bench.system.SystemUnderTest.Service;

/**
 * What signing checkpoints takes from the intake of commands: the same load with and without.
 *
 * <p>The registry cannot be told not to sign. It is made to fail by taking from it the right to the
 * row of what it has signed: then each attempt, one in about a second, ends at its first statement.
 * Holding a lock on that row would do too, but a transaction that stays open slows others down.
 */
public final class Signing {

  private final SystemUnderTest system;
  private final SignedLog log;
  private final Load load;

  public Signing(SystemUnderTest system, Load load) {
    this.system = system;
    this.log = new SignedLog(system);
    this.load = load;
  }

  /** A run of the load, with the processor time that everything took. */
  public record Turn(Rate rate, Duration processor) {}

  /**
   * Twice each, in an order that is fair to both while the log grows: with, without, without, with.
   */
  public record Round(List<Turn> with, List<Turn> without) {

    /** The share of the rate that signing takes; negative when chance took more from the other. */
    public double cost() {
      return 1 - perSecond(with) / perSecond(without);
    }

    private static double perSecond(List<Turn> turns) {
      return turns.stream().mapToDouble(turn -> turn.rate().perSecond()).average().orElseThrow();
    }
  }

  /**
   * @param duration of the four runs together
   */
  public Round round(Duration duration) {
    var each = duration.dividedBy(4);
    var with = new ArrayList<Turn>();
    var without = new ArrayList<Turn>();
    with.add(with(each));
    without.add(without(each));
    without.add(without(each));
    with.add(with(each));
    return new Round(with, without);
  }

  /** What was not signed before is signed first, so that only its own entries count. */
  private Turn with(Duration duration) {
    long _ = log.awaitSigned();
    return run(duration);
  }

  private Turn without(Duration duration) {
    long _ = log.awaitSigned();
    change("revoke select on checkpoint_head from ");
    try {
      long before = log.signed();
      var turn = run(duration);
      if (log.signed() > before) {
        throw new BenchException("Expected that nothing is signed, got a checkpoint");
      }
      return turn;
    } finally {
      change("grant select on checkpoint_head to ");
    }
  }

  private Turn run(Duration duration) {
    var before = processor();
    var rate = load.run(duration);
    return new Turn(rate, processor().minus(before));
  }

  private Duration processor() {
    return system.processorTime().values().stream().reduce(Duration.ZERO, Duration::plus);
  }

  private void change(String right) {
    var database = system.database(Service.REGISTRY);
    try (var connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.owner(), database.ownerPassword());
        var statement = connection.createStatement()) {
      statement.execute(right + database.app());
    } catch (SQLException e) {
      throw new BenchException("The right to sign could not be changed", e);
    }
  }
}
