package org.icsregistry.onboarding.assess;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.icsregistry.contracts.rules.Holdings;
import org.icsregistry.contracts.sealing.KeySource;
import org.icsregistry.onboarding.assess.Journeys.Found;
import org.icsregistry.onboarding.assess.Journeys.Turn;
import org.icsregistry.onboarding.fold.Directory;
import org.icsregistry.onboarding.fold.Due;
import org.icsregistry.onboarding.fold.Moments;
import org.icsregistry.onboarding.fold.Occasions;
import org.icsregistry.onboarding.fold.People;
import org.icsregistry.onboarding.fold.People.Known;
import org.icsregistry.onboarding.journey.Engagement;
import org.icsregistry.onboarding.journey.Journey;
import org.icsregistry.onboarding.journey.NextCommands;
import org.icsregistry.onboarding.journey.Times;
import org.icsregistry.onboarding.outbox.Outbox;
import org.icsregistry.onboarding.outbox.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One look at some people: where they stand and what follows, written down in one transaction with
 * the note that they were looked at.
 */
@Component
class Look {

  // Not at midnight sharp: the registry's clock may be a moment behind, and would find that
  // yesterday's clearances still hold.
  private static final LocalTime DAILY = LocalTime.of(0, 5);

  private final Due due;
  private final People people;
  private final Directory directory;
  private final Occasions occasions;
  private final Moments moments;
  private final Journeys journeys;
  private final Outbox outbox;

  Look(
      Due due,
      People people,
      Directory directory,
      Occasions occasions,
      Moments moments,
      Journeys journeys,
      Outbox outbox) {
    this.due = due;
    this.people = people;
    this.directory = directory;
    this.occasions = occasions;
    this.moments = moments;
    this.journeys = journeys;
    this.outbox = outbox;
  }

  private record Engaged(Known person, List<Engagement> engagements, Holdings holdings) {}

  /**
   * Has to be called within a transaction.
   *
   * @param candidates whoever somebody else is looking at is left to them
   * @param keys opens what they hold
   * @return how many commands follow that were not known before
   */
  int at(Collection<String> candidates, KeySource keys, Instant now) {
    var urgencies = due.lock(candidates, now);
    var subjects = urgencies.keySet();
    var engaged =
        people.load(subjects).values().stream().map(person -> engaged(person, keys)).toList();
    var engagements = engaged.stream().map(Engaged::engagements).flatMap(List::stream).toList();
    var around = Around.of(subjects, engagements, directory, occasions, moments);
    var turns = journeys.turns(subjects);
    var found = new ArrayList<Found>();
    var wanted = new ArrayList<Wanted>();
    engaged.forEach(one -> lookAt(one, around, turns, now, found, wanted));
    journeys.replace(turns.keySet(), found);
    int commands = outbox.reconcile(urgencies, wanted, now);
    var underway = found.stream().map(Found::subject).collect(Collectors.toSet());
    due.forget(subjects.stream().filter(s -> !underway.contains(s)).toList());
    due.next(underway, nextDaily(now));
    return commands;
  }

  private static Engaged engaged(Known person, KeySource keys) {
    var passport = person.passport();
    return new Engaged(person, Engagement.of(passport), passport.person().holdings(keys));
  }

  private void lookAt(
      Engaged engaged,
      Around around,
      Map<Journeys.Key, Turn> turns,
      Instant now,
      List<Found> found,
      List<Wanted> wanted) {
    var person = engaged.person;
    var passport = person.passport();
    var today = LocalDate.ofInstant(now, Times.ZONE);
    for (var engagement : engaged.engagements) {
      var situation = around.situation(person, engagement, engaged.holdings, today);
      var requirements = situation.requirements();
      var journey = Journey.of(situation, requirements);
      var before =
          turns.get(
              new Journeys.Key(passport.subject(), engagement.partner(), engagement.roleId()));
      var since = since(before, journey, around.changedAt(person, engagement), today);
      found.add(new Found(passport.subject(), journey, around.begunAt(person, engagement), since));
      wanted.add(
          new Wanted(
              passport.subject(),
              engagement.partner(),
              engagement.roleId(),
              engagement.occasion(),
              passport.lastIndex(),
              NextCommands.of(situation, requirements, journey)));
    }
  }

  /** A turn that no event has changed was changed by the day. */
  private static Instant since(
      @Nullable Turn before, Journey journey, Instant changedAt, LocalDate today) {
    if (before == null) {
      return changedAt;
    }
    if (before.same(journey)) {
      return before.since();
    }
    var morning = today.atStartOfDay(Times.ZONE).toInstant();
    return changedAt.isAfter(before.since()) || changedAt.isAfter(morning) ? changedAt : morning;
  }

  static Instant nextDaily(Instant now) {
    var today = now.atZone(Times.ZONE);
    var daily = today.with(DAILY);
    return (daily.isAfter(today) ? daily : daily.plusDays(1)).toInstant();
  }
}
