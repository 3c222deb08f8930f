package org.icsregistry.projection.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.Direction;
import org.icsregistry.contracts.code.MeasureUnit;
import org.icsregistry.contracts.directory.Programme;
import org.icsregistry.contracts.message.Measure;
import org.icsregistry.contracts.message.ProgrammeEvent.OutcomeRecorded;
import org.icsregistry.contracts.message.ProgrammeEvent.ProgrammeDefined;
import org.icsregistry.projection.programme.ProgrammeView.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The outcomes that the Back to Health projects reported in February 2025, from events. */
class ProgrammeViewTest {

  private static final String BRENT = "R1K";
  private static final String HILLINGDON = "RAS";
  private static final String CHELSEA = "RQM";
  private static final String NORWICH = "RM1";
  private static final LocalDate MAY = LocalDate.of(2024, 5, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2024, 10, 31);

  private final ProgrammeView programme = ProgrammeView.of(backToHealth());

  @Test
  void callsMade_andTheShareReached() {
    assertThat(outcome("CALLS", BRENT).value()).isEqualByComparingTo("2541");
    assertThat(outcome("CALLS", NORWICH).value()).isEqualByComparingTo("4000");
    var reached = outcome("REACHED", BRENT);
    assertThat(reached.value()).isEqualByComparingTo("59.6");
    assertThat(reached.part()).isEqualByComparingTo("1515");
    assertThat(reached.of()).isEqualByComparingTo("2541");
  }

  @Test
  void missedAppointments_fell() {
    assertThat(outcome("DNA_REDUCTION", NORWICH).value()).isEqualByComparingTo("28");
    assertThat(outcome("DNA_REDUCTION", HILLINGDON).value()).isEqualByComparingTo("17.7");
  }

  @Test
  void hoursVolunteersAndSatisfaction_rose() {
    assertThat(outcome("HOURS_GROWTH", CHELSEA).value()).isEqualByComparingTo("25");
    assertThat(outcome("VOLUNTEER_GROWTH", CHELSEA).value()).isEqualByComparingTo("20");
    assertThat(outcome("SATISFACTION", CHELSEA).value()).isEqualByComparingTo("96");
    assertThat(outcome("SATISFACTION", CHELSEA).reached()).isTrue();
  }

  @Test
  void aMeasureWithoutATarget_isNeitherReachedNorMissed() {
    assertThat(outcome("CALLS", BRENT).reached()).isNull();
  }

  @Test
  void whereLessIsBetter_theTargetIsReachedFromAbove() {
    assertThat(outcome("NOTICE_WAIT", NORWICH).reached()).isFalse();
  }

  private Outcome outcome(String measure, String partner) {
    return programme.measures().stream()
        .filter(m -> m.code().equals(measure))
        .flatMap(m -> m.outcomes().stream())
        .filter(o -> o.partner().equals(partner))
        .findFirst()
        .orElseThrow();
  }

  private static Programme backToHealth() {
    var programme =
        Programme.unknown("QOP.PROGRAMME.BACK_TO_HEALTH")
            .evolve(
                new ProgrammeDefined(
                    "Back to Health",
                    "Shorter waits and better days in hospital",
                    List.of(BRENT, HILLINGDON, CHELSEA, NORWICH),
                    List.of(
                        measure("CALLS", MeasureUnit.COUNT, Direction.UP, null),
                        measure("REACHED", MeasureUnit.PERCENT, Direction.UP, "50"),
                        measure("DNA_REDUCTION", MeasureUnit.PERCENT, Direction.UP, null),
                        measure("HOURS_GROWTH", MeasureUnit.PERCENT, Direction.UP, null),
                        measure("VOLUNTEER_GROWTH", MeasureUnit.PERCENT, Direction.UP, null),
                        measure("SATISFACTION", MeasureUnit.PERCENT, Direction.UP, "95"),
                        measure("NOTICE_WAIT", MeasureUnit.DAYS, Direction.DOWN, "30"))));
    return programme
        .evolve(outcome("CALLS", BRENT, "2500", null))
        .evolve(outcome("CALLS", BRENT, "2541", null))
        .evolve(outcome("CALLS", NORWICH, "4000", null))
        .evolve(outcome("REACHED", BRENT, "1515", "2541"))
        .evolve(outcome("DNA_REDUCTION", NORWICH, "28", null))
        .evolve(outcome("DNA_REDUCTION", HILLINGDON, "17.7", null))
        .evolve(outcome("HOURS_GROWTH", CHELSEA, "25", null))
        .evolve(outcome("VOLUNTEER_GROWTH", CHELSEA, "20", null))
        .evolve(outcome("SATISFACTION", CHELSEA, "96", null))
        .evolve(outcome("NOTICE_WAIT", NORWICH, "35", null));
  }

  private static Measure measure(
      String code, MeasureUnit unit, Direction direction, @Nullable String target) {
    return new Measure(code, code, unit, direction, null, target);
  }

  private static OutcomeRecorded outcome(
      String measure, String partner, String value, @Nullable String of) {
    return new OutcomeRecorded(measure, partner, MAY, OCTOBER, value, of);
  }
}
