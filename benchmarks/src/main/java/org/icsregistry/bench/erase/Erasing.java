package org.icsregistry.bench.erase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.icsregistry.bench.BenchException;
import org.icsregistry.bench.mix.Founding;
import org.icsregistry.bench.system.SystemUnderTest;
import org.icsregistry.bench.system.SystemUnderTest.Service;
import org.icsregistry.bench.visible.Delays;

/**
 * From the command that forgets somebody until the keys are gone, the passport shows no name, and
 * onboarding holds no journey.
 */
public final class Erasing {

  private static final Duration CATCH_UP = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration LOOK_EVERY = Duration.ofMillis(5);

  private final SystemUnderTest system;
  private final Http http;

  public Erasing(SystemUnderTest system) {
    this.system = system;
    this.http = new Http(system);
  }

  /**
   * @param keys until the command is answered and no key is stored
   * @param passport until the passport shows no name
   * @param journey until onboarding holds nothing
   * @param complete until all of it
   */
  public record Result(
      long people, Delays keys, Delays passport, Delays journey, Delays complete) {}

  /** Lets the crowd grow to so many people, then forgets some of them, one after the other. */
  public Result run(long people, int erased) {
    new Crowd(http).grow(Math.max(0, people - people()));
    system.start(Service.ONBOARDING);
    system.start(Service.PROJECTION);
    try {
      var _ = forget(CATCH_UP);
      var all = new ArrayList<Times>();
      for (int i = 0; i < erased; i++) {
        all.add(forget(LONGEST));
      }
      return new Result(
          people(),
          delays(all.stream().map(Times::keys).toList()),
          delays(all.stream().map(Times::passport).toList()),
          delays(all.stream().map(Times::journey).toList()),
          delays(all.stream().map(Times::complete).toList()));
    } finally {
      system.stop(Service.PROJECTION);
      system.stop(Service.ONBOARDING);
    }
  }

  private record Times(long keys, long passport, long journey) {
    long complete() {
      return Math.max(keys, Math.max(passport, journey));
    }
  }

  private static Delays delays(List<Long> nanos) {
    return new Delays(nanos);
  }

  private long people() {
    return system.number("select count(distinct subject) from keys.subject_key");
  }

  private Times forget(Duration patience) {
    var organisation = Founding.PARTNERS.getFirst();
    var person = UUID.randomUUID().toString();
    Crowd.newcomer(organisation, person).forEach(http::send);
    await(patience, () -> !http.passport(organisation, person).at("/person/name").isMissingNode());
    await(patience, () -> journeys(person) > 0);
    long start = System.nanoTime();
    http.send(
        Crowd.command(
            Founding.HOST,
            "EraseVolunteer.v1",
            person,
            "{\"ground\":\"REQUESTED\",\"decidedBy\":\"dpo-1\",\"holds\":[]}"));
    await(LONGEST, () -> keys(person) == 0);
    long keys = System.nanoTime() - start;
    long passport = -1;
    long journey = -1;
    while (passport < 0 || journey < 0) {
      if (passport < 0 && erased(organisation, person)) {
        passport = System.nanoTime() - start;
      }
      if (journey < 0 && journeys(person) == 0) {
        journey = System.nanoTime() - start;
      }
      requireBefore(start + LONGEST.toNanos());
    }
    return new Times(keys, passport, journey);
  }

  private boolean erased(String organisation, String person) {
    return http.passport(organisation, person).at("/person/erased").asBoolean(false);
  }

  private long keys(String person) {
    return system.number("select count(*) from keys.subject_key where subject = '" + person + "'");
  }

  private long journeys(String person) {
    return SystemUnderTest.number(
        system.database(Service.ONBOARDING),
        "select count(*) from journey where subject = '" + person + "'");
  }

  private static void await(Duration patience, BooleanSupplier fits) {
    long end = System.nanoTime() + patience.toNanos();
    while (!fits.getAsBoolean()) {
      requireBefore(end);
    }
  }

  private static void requireBefore(long end) {
    if (System.nanoTime() > end) {
      throw new BenchException("Erasure: something was not seen in time");
    }
    LockSupport.parkNanos(LOOK_EVERY.toNanos());
  }
}
