package org.icsregistry.local.demo.people;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.message.ApplicationCommand.AnswerOffer;
import org.icsregistry.contracts.message.ApplicationCommand.ExpressInterest;
import org.icsregistry.contracts.message.ApplicationCommand.MakeOffer;
import org.icsregistry.contracts.message.ClearanceCommand.ClearForRole;
import org.icsregistry.contracts.rules.Assessment;
import org.icsregistry.contracts.rules.Requirement;
import org.icsregistry.contracts.rules.RequirementLine;
import org.icsregistry.contracts.rules.RequirementLine.AgeLine;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementLine.TrainingLine;
import org.icsregistry.contracts.rules.RequirementStatus.Gap;
import org.icsregistry.contracts.rules.RequirementStatus.Repeat;

/**
 * One person at one partner for one role, from interest to clearance. Ends early where chance or
 * the calendar says so: what would lie after today has not happened yet.
 */
final class Recruitment {

  private record Planned(RequirementLine line, LocalDate on) {}

  private final Desk desk;
  private final Desk.Opening opening;
  private final LocalDate today;
  private final Dice dice;
  private final Outbox out;
  private final Papers papers;

  Recruitment(
      Desk desk, Desk.Opening opening, LocalDate today, Dice dice, Outbox out, Papers papers) {
    this.desk = desk;
    this.opening = opening;
    this.today = today;
    this.dice = dice;
    this.out = out;
    this.papers = papers;
  }

  /** The day from which the person is cleared; empty if it has not come to that. */
  Optional<LocalDate> from(LocalDate interest) {
    var application = dice.uuid();
    out.about(application);
    out.send(desk, new ExpressInterest(application, opening.roleId()));
    var offered = interest.plusDays(dice.days(Figures.DAYS_TO_OFFER));
    if (offered.isAfter(today) || !dice.chance(Figures.OFFERED)) {
      return Optional.empty();
    }
    out.send(desk, new MakeOffer(application));
    var answered = offered.plusDays(dice.days(Figures.DAYS_TO_ANSWER));
    if (answered.isAfter(today) || !dice.chance(Figures.ANSWERED)) {
      return Optional.empty();
    }
    boolean accepted = dice.chance(Figures.ACCEPTED);
    out.send(desk, new AnswerOffer(application, accepted));
    if (!accepted) {
      return Optional.empty();
    }
    new Reuse(desk, opening, today, dice, out, papers).decide();
    return collect(answered);
  }

  /** Checks and training go side by side; some people give up on the way. */
  private Optional<LocalDate> collect(LocalDate from) {
    var planned =
        papers.against(desk, opening).stream()
            .filter(r -> r.status() instanceof Gap || r.status() instanceof Repeat)
            .map(Requirement::line)
            .flatMap(line -> plan(line, from))
            .sorted(Comparator.comparing(Planned::on))
            .toList();
    int reached = planned.size();
    if (reached > 0 && !dice.chance(Figures.COMPLETED)) {
      reached = dice.between(0, reached - 1);
    }
    planned.stream().limit(reached).filter(p -> !p.on().isAfter(today)).forEach(this::record);
    if (!Assessment.clears(papers.against(desk, opening))) {
      return Optional.empty();
    }
    out.send(desk, new ClearForRole(desk.code(), opening.roleId()));
    return Optional.of(planned.isEmpty() ? from : planned.getLast().on());
  }

  private Stream<Planned> plan(RequirementLine line, LocalDate from) {
    return switch (line) {
      case CheckLine check -> Stream.of(new Planned(line, from.plusDays(days(check))));
      case TrainingLine training -> {
        int usual = training.typicalDays() == null ? 7 : training.typicalDays();
        yield Stream.of(new Planned(line, from.plusDays(1L + dice.days(usual))));
      }
      case AgeLine _ -> Stream.empty();
    };
  }

  private int days(CheckLine line) {
    if (line.check() == CheckCode.DBS && line.minLevel() != null) {
      return 1 + dice.days(Figures.dbsDays(line.minLevel()));
    }
    return dice.days(line.typicalDays() == null ? 7 : line.typicalDays());
  }

  private void record(Planned planned) {
    switch (planned.line()) {
      case CheckLine check -> papers.record(desk, check, planned.on());
      case TrainingLine training -> papers.record(desk, training, planned.on());
      case AgeLine _ -> throw new IllegalStateException("Nobody records an age");
    }
  }
}
