package org.icsregistry.onboarding.assess;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.kit.keys.KeysUnavailableException;
import org.icsregistry.kit.keys.RegistryKeys;
import org.icsregistry.onboarding.fold.Due;
import org.icsregistry.onboarding.fold.People;
import org.icsregistry.onboarding.fold.People.Known;
import org.icsregistry.onboarding.fold.UpToDate;
import org.icsregistry.onboarding.fold.Urgency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the people who are due, some at a time. One who cannot be looked at is set aside,
 * visibly, and does not hold up the others; a registry or database that is away holds up everybody
 * and loses nothing.
 */
@Component
public class Assessor {

  private static final Logger LOG = LoggerFactory.getLogger(Assessor.class);
  private static final int AT_ONCE = 200;

  private final UpToDate upToDate;
  private final Due due;
  private final People people;
  private final RegistryKeys keys;
  private final Look look;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  // Two threads of this process would choose the same people: they hold their rows only later.
  private final Set<String> inHand = new HashSet<>();

  /** Commands were written that can be sent. */
  public record CommandsAreWaiting() {}

  Assessor(
      UpToDate upToDate,
      Due due,
      People people,
      RegistryKeys keys,
      Look look,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      MeterRegistry meters,
      Clock clock) {
    this.upToDate = upToDate;
    this.due = due;
    this.people = people;
    this.keys = keys;
    this.look = look;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
    meters.gauge("onboarding.people.failing", due, Due::failing);
    meters.gauge("onboarding.people.due", due, d -> d.waiting(clock.instant()));
  }

  /** Looks at some, once the log is caught up with; whether there were any. */
  public boolean assess() {
    return assess(Urgency.IN_TURN);
  }

  /**
   * The same, of those to whom something happened. A hundred thousand whose rules changed wait for
   * one thread: two would take the processors from whoever sends commands meanwhile.
   */
  public boolean assessTheMostUrgent() {
    return assess(Urgency.EVENT);
  }

  private boolean assess(Urgency least) {
    if (!upToDate.now()) {
      return false;
    }
    var subjects = take(least);
    if (subjects.isEmpty()) {
      return false;
    }
    try {
      together(subjects);
    } catch (RuntimeException e) {
      if (concernsEverybody(e)) {
        throw e;
      }
      LOG.warn("A look at {} people failed; they are looked at one by one", subjects.size());
      subjects.forEach(this::alone);
    } finally {
      letGo(subjects);
    }
    return true;
  }

  private List<String> take(Urgency least) {
    synchronized (inHand) {
      var some = due.upTo(least, clock.instant(), AT_ONCE, inHand);
      inHand.addAll(some);
      return some;
    }
  }

  private void letGo(List<String> subjects) {
    synchronized (inHand) {
      subjects.forEach(inHand::remove);
    }
  }

  private void together(List<String> subjects) {
    // Outside the transaction, so that nobody waits for the registry while holding rows.
    var atHand = keys.prefetch(sealed(people.load(subjects).values()));
    int commands =
        Objects.requireNonNull(
            transaction.execute(_ -> look.at(subjects, atHand, clock.instant())));
    if (commands > 0) {
      events.publishEvent(new CommandsAreWaiting());
    }
  }

  private void alone(String subject) {
    try {
      together(List.of(subject));
    } catch (RuntimeException e) {
      if (concernsEverybody(e)) {
        throw e;
      }
      LOG.error("Person {} cannot be looked at and is set aside for a while", subject, e);
      due.failed(subject, clock.instant());
    }
  }

  private static boolean concernsEverybody(RuntimeException e) {
    return e instanceof KeysUnavailableException
        || e instanceof TransientDataAccessException
        || e instanceof DataAccessResourceFailureException
        || e instanceof TransactionException;
  }

  private static List<Sealed<?>> sealed(Collection<Known> people) {
    List<Sealed<?>> values = new ArrayList<>();
    for (var known : people) {
      var person = known.passport().person();
      if (person.dateOfBirth() != null) {
        values.add(person.dateOfBirth());
      }
      for (var check : person.checks().values()) {
        values.add(check.finding());
        if (check.status() != null) {
          values.add(check.status());
        }
      }
    }
    return values;
  }
}
