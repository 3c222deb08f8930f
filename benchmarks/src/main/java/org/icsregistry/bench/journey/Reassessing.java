package org.icsregistry.bench.journey;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.icsregistry.bench.BenchException;
import org.icsregistry.bench.mix.Envelope;
import org.icsregistry.bench.mix.Founding;
import org.icsregistry.bench.mix.Newcomers;
import org.icsregistry.bench.system.SystemUnderTest;
import org.icsregistry.bench.system.SystemUnderTest.Service;
import org.icsregistry.bench.visible.Accepted;
import org.icsregistry.bench.visible.Delays;
import org.icsregistry.bench.visible.Sender;

/**
 * All partners change their policies at once: how long until onboarding has looked at everybody
 * again, and what that does to the answers to new commands.
 */
public final class Reassessing {

  private static final int LANES = 100;
  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final Duration MOMENT = Duration.ofSeconds(2);
  // Not more often: the question costs what is measured.
  private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(250);
  private static final double SECOND = 1e9;

  private final SystemUnderTest system;
  private final LocalDate today;
  private final Sender sender;
  private volatile long lookedAt;
  private volatile Map<String, Duration> usedThen = Map.of();

  /**
   * @param people who were looked at
   * @param seconds from the answer to the last of the policies until everybody had been
   * @param settled until what followed from it was done as well
   * @param commands that followed from it, by type
   * @param processor time that it took until everybody had been looked at, by process; new commands
   *     came meanwhile
   * @param before delays of answers while nothing else happened
   * @param during while people were looked at
   * @param after while what followed from it was sent
   */
  public record Result(
      long people,
      double seconds,
      double settled,
      Map<String, Long> commands,
      Map<String, Duration> processor,
      Delays before,
      Delays during,
      Delays after) {}

  public Reassessing(SystemUnderTest system, LocalDate today) {
    this.system = system;
    this.today = today;
    List<Supplier<Envelope>> newcomers = new ArrayList<>();
    IntStream.range(0, LANES)
        .forEach(i ->
            newcomers.add(
                new Newcomers(
                    Founding.PARTNERS.get(i % Founding.PARTNERS.size()), 7_000_000L + i, today)));
    sender = new Sender(system, newcomers);
  }

  /** Needs a log with people in it, and nobody else who sends. */
  public Result run(int perSecond, Duration time) {
    system.start(Service.ONBOARDING);
    try {
      await(this::settled);
      long people = onboarding("select count(distinct subject) from journey");
      var _ = sender.send(perSecond, time);
      var before = delays(sender.send(perSecond, time));
      long last = onboarding("select coalesce(max(seq), 0) from outbox");
      var policies = Founding.newPolicies(today);
      policies.forEach(policy -> {
        var _ = sender.send(policy).join();
      });
      var usedAtStart = system.processorTime();
      long start = System.nanoTime();
      var looked =
          new Thread(() -> {
            await(this::everybodyLookedAt);
            usedThen = system.processorTime();
          });
      looked.start();
      var during = new ArrayList<Long>();
      do {
        sender.send(perSecond, MOMENT).forEach(a -> during.add(a.answered() - a.sent()));
      } while (looked.isAlive());
      double seconds = (lookedAt - start) / SECOND;
      var after = new ArrayList<Long>();
      do {
        sender.send(perSecond, MOMENT).forEach(a -> after.add(a.answered() - a.sent()));
      } while (!everythingSent());
      await(this::settled);
      double settled = (System.nanoTime() - start) / SECOND;
      Map<String, Duration> used = new TreeMap<>();
      usedThen.forEach((process, then) -> used.put(process, then.minus(usedAtStart.get(process))));
      return new Result(
          people,
          seconds,
          settled,
          SystemUnderTest.numbers(
              system.database(Service.ONBOARDING),
              "select type, count(*) from outbox where seq > %d group by type".formatted(last)),
          used,
          before,
          new Delays(during),
          new Delays(after));
    } finally {
      system.stop(Service.ONBOARDING);
    }
  }

  private boolean everybodyLookedAt() {
    lookedAt = System.nanoTime();
    return onboarding(
            "select count(*) from (select from journey where policy_version < 2 limit 1) l")
        == 0;
  }

  private boolean everythingSent() {
    return onboarding("select count(*) from (select from outbox where state = 'PENDING' limit 1) l")
        == 0;
  }

  private boolean settled() {
    return onboarding("select coalesce(max(next_index), 0) from log_position") >= system.logSize()
        && onboarding("select count(*) from due where due_at <= now()") == 0
        && onboarding("select count(*) from outbox where state = 'PENDING'") == 0;
  }

  private long onboarding(String query) {
    return SystemUnderTest.number(system.database(Service.ONBOARDING), query);
  }

  private static Delays delays(List<Accepted> accepted) {
    return new Delays(accepted.stream().map(a -> a.answered() - a.sent()).toList());
  }

  private static void await(BooleanSupplier done) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new BenchException("Onboarding has not come to rest within " + LIMIT);
      }
      LockSupport.parkNanos(LOOK_EVERY);
    }
  }
}
