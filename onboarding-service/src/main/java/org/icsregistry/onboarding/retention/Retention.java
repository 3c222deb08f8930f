package org.icsregistry.onboarding.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.onboarding.assess.Assessor.CommandsAreWaiting;
import org.icsregistry.onboarding.fold.People;
import org.icsregistry.onboarding.fold.People.Known;
import org.icsregistry.onboarding.journey.NextCommand;
import org.icsregistry.onboarding.outbox.Outbox;
import org.icsregistry.onboarding.retention.LastUse.Used;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds what is due, and puts the commands for it into the outbox, once each. */
@Component
public class Retention {

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final int AT_ONCE = 100;
  private static final Duration LOOK_AGAIN_AFTER = Duration.ofDays(1);

  private final LastUse uses;
  private final People people;
  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final RetentionSettings settings;
  private final Schedule schedule;
  private final String host;

  Retention(
      LastUse uses,
      People people,
      Outbox outbox,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock,
      RetentionSettings settings,
      @Value("${registry.ics.host}") String host) {
    this.uses = uses;
    this.people = people;
    this.outbox = outbox;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
    this.settings = settings;
    this.schedule = new Schedule(settings);
    this.host = host;
  }

  /**
   * @param next id of the person behind whom the list goes on; empty at its end
   */
  record Page(List<DueErasure> due, String next) {}

  private record Found(DueErasure due, Passport passport) {}

  /** Looks at some people; whether there may be more. */
  public boolean act() {
    if (!settings.enabled()) {
      return false;
    }
    boolean more = Objects.requireNonNull(transaction.execute(_ -> actOnSome()));
    events.publishEvent(new CommandsAreWaiting());
    return more;
  }

  private boolean actOnSome() {
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, ZONE);
    var some = uses.take(unusedSince(today), now.minus(LOOK_AGAIN_AFTER), AT_ONCE, now);
    for (var found : due(some, today)) {
      var due = found.due;
      // The same need has the same name, so that it is sent once, whoever looks and however often.
      var matter = "retention|%s|%s|%s".formatted(due.record(), due.subject(), due.lastUsedOn());
      outbox.keep(
          due.subject(),
          host,
          NextCommand.once(matter, Schedule.command(due, found.passport)),
          now);
      LOG.info("{} of {} is due since {}", due.record(), due.subject(), due.dueOn());
    }
    return some.size() == AT_ONCE;
  }

  /** What is due by a day, for those who want to see it before anything happens. */
  Page dueBy(LocalDate by, String after, int limit) {
    var due = new ArrayList<DueErasure>();
    var from = after;
    while (true) {
      var some = uses.page(unusedSince(by), from, AT_ONCE);
      for (var found : due(some, by)) {
        due.add(found.due);
        if (due.size() == limit) {
          return new Page(due, found.due.subject());
        }
      }
      if (some.size() < AT_ONCE) {
        return new Page(due, "");
      }
      from = some.getLast().subject();
    }
  }

  private List<Found> due(List<Used> some, LocalDate by) {
    var known = people.load(some.stream().map(Used::subject).toList());
    return some.stream()
        .flatMap(used -> {
          var person = known.get(used.subject());
          return person == null ? Stream.<Found>empty() : due(used, person, by);
        })
        .toList();
  }

  private Stream<Found> due(Used used, Known person, LocalDate by) {
    var passport = person.passport();
    return schedule
        .due(passport, LocalDate.ofInstant(used.at(), ZONE), used.checksErased(), by)
        .stream()
        .map(due -> new Found(due, passport));
  }

  /** Nobody used later than this can be due: the shortest period is not over. */
  private Instant unusedSince(LocalDate day) {
    return Stream.of(settings.checks(), settings.file(), settings.unsuccessful())
        .map(day::minus)
        .max(LocalDate::compareTo)
        .orElseThrow()
        .plus(Period.ofDays(1))
        .atStartOfDay(ZONE)
        .toInstant();
  }
}
