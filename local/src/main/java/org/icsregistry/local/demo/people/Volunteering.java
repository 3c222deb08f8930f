package org.icsregistry.local.demo.people;

import java.time.LocalDate;
import java.util.Optional;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.message.PlacementCommand.EndPlacement;
import org.icsregistry.contracts.message.PlacementCommand.OfferPlacement;
import org.icsregistry.contracts.message.PlacementCommand.RecordActivity;
import org.icsregistry.contracts.message.PlacementCommand.StartPlacement;

/** One person in one role at one partner, from clearance to the last activity. */
final class Volunteering {

  private static final String SUPERVISOR = "ward-manager";

  private final Desk desk;
  private final Desk.Opening opening;
  private final LocalDate today;
  private final Dice dice;
  private final Outbox out;
  private final Papers papers;
  private final String placement;

  Volunteering(
      Desk desk, Desk.Opening opening, LocalDate today, Dice dice, Outbox out, Papers papers) {
    this.desk = desk;
    this.opening = opening;
    this.today = today;
    this.dice = dice;
    this.out = out;
    this.papers = papers;
    this.placement = dice.uuid();
  }

  /** The day of the start; empty if the person has not started. */
  Optional<LocalDate> from(LocalDate cleared) {
    out.send(desk, new OfferPlacement(placement, opening.roleId()));
    var start = cleared.plusDays(microTasks() ? dice.between(0, 1) : dice.between(1, 14));
    if (start.isAfter(today) || !dice.chance(microTasks() ? Figures.ON_DUTY : Figures.STARTED)) {
      return Optional.empty();
    }
    out.send(desk, new StartPlacement(placement, start, papers.aloneOn(start) ? null : SUPERVISOR));
    var end = start.plusDays(dice.days(Figures.STAY_DAYS));
    if (!microTasks() || dice.chance(Figures.ANY_TASK)) {
      activities(start, end.isAfter(today) ? today : end);
    }
    if (!end.isAfter(today)) {
      out.send(desk, new EndPlacement(placement, end, dice.weighted(Figures.LEAVING)));
    }
    return Optional.of(start);
  }

  private void activities(LocalDate start, LocalDate last) {
    var mode = opening.role().mode();
    var day = start;
    for (int n = 0; n < Figures.MOST_ACTIVITIES && !day.isAfter(last); n++) {
      out.send(
          desk,
          new RecordActivity(
              placement,
              day,
              mode,
              opening.role().activity(),
              Figures.minutes(mode, dice),
              microTasks() ? dice.between(1, 3) : 0,
              null));
      day = day.plusDays(Figures.daysToNext(mode, dice));
    }
  }

  private boolean microTasks() {
    return opening.role().mode() == EngagementMode.MICRO_TASK;
  }
}
