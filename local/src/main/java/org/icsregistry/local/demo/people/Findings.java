package org.icsregistry.local.demo.people;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;

/** What checks come to. How often a check ends how is not published; see {@link Figures}. */
final class Findings {

  private static final List<Weighted<CheckOutcome>> DBS =
      List.of(
          new Weighted<>(CheckOutcome.CLEAR_TO_PLACE, 980),
          new Weighted<>(CheckOutcome.PLACED_AFTER_RISK_ASSESSMENT, 14),
          new Weighted<>(CheckOutcome.NOT_PLACED, 6));
  private static final List<Weighted<CheckOutcome>> HEALTH =
      List.of(
          new Weighted<>(CheckOutcome.FIT, 930),
          new Weighted<>(CheckOutcome.FIT_WITH_ADJUSTMENTS, 60),
          new Weighted<>(CheckOutcome.TEMPORARILY_NOT_CLEARED, 10));
  private static final List<Weighted<CheckOutcome>> OTHERS =
      List.of(new Weighted<>(CheckOutcome.MET, 996), new Weighted<>(CheckOutcome.NOT_MET, 4));

  private Findings() {}

  /** A finding made for this line on this day. */
  static CheckFinding of(CheckLine line, LocalDate on, Dice dice) {
    return switch (line.check()) {
      case DBS -> dbs(line, on, dice);
      case WORK_HEALTH -> plain(line, dice.weighted(HEALTH));
      case IDENTITY,
          RIGHT_TO_VOLUNTEER,
          REFERENCES,
          REGISTRATION,
          PARENTAL_CONSENT,
          YOUNG_PERSON_RISK_ASSESSMENT ->
          plain(line, dice.weighted(OTHERS));
    };
  }

  private static CheckFinding plain(CheckLine line, CheckOutcome outcome) {
    return new CheckFinding(
        outcome, line.minLevel(), null, null, line.minCount(), null, null, null, null);
  }

  private static CheckFinding dbs(CheckLine line, LocalDate on, Dice dice) {
    boolean updateService = dice.chance(Figures.ON_UPDATE_SERVICE);
    boolean consent = updateService && dice.chance(Figures.CONSENTS_TO_STATUS_CHECKS);
    return new CheckFinding(
        dice.weighted(DBS),
        line.minLevel(),
        line.workforce(),
        line.barredLists(),
        null,
        on,
        updateService,
        consent,
        null);
  }
}
