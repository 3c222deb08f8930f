package org.icsregistry.contracts.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.message.ProgrammeEvent.OutcomeRecorded;
import org.icsregistry.contracts.message.ProgrammeEvent.ProgrammeClosed;
import org.icsregistry.contracts.message.ProgrammeEvent.ProgrammeDefined;
import org.junit.jupiter.api.Test;

class ProgrammeTest {

  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

  private final Programme callers =
      Programme.unknown("QOP.PROGRAMME.CALLERS")
          .evolve(new ProgrammeDefined("Callers", "Fewer missed", List.of("RBV"), List.of()));

  @Test
  void owner_standsBeforeTheKind() {
    assertThat(Programme.owner("GB-CHC-1140351.PROGRAMME.A_B")).isEqualTo("GB-CHC-1140351");
  }

  @Test
  void aLaterOutcome_replacesThatOfTheSameMeasurePartnerAndPeriod() {
    var corrected =
        callers
            .evolve(outcome(MAY, "10"))
            .evolve(outcome(MAY, "12"))
            .evolve(outcome(MAY.plusDays(1), "3"));
    assertThat(corrected.outcomes()).extracting(OutcomeRecorded::value).containsExactly("12", "3");
  }

  @Test
  void closing_keepsWhatWasReached() {
    var closed = callers.evolve(outcome(MAY, "10")).evolve(new ProgrammeClosed(MAY));
    assertThat(closed.outcomes()).hasSize(1);
    assertThat(closed.closedOn()).isEqualTo(MAY);
  }

  private static OutcomeRecorded outcome(LocalDate from, String value) {
    return new OutcomeRecorded("CALLS", "RBV", from, MAY.plusDays(30), value, null);
  }
}
