package org.icsregistry.onboarding.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.onboarding.journey.Case.PERSON;
import static org.icsregistry.onboarding.world.Ics.R0A;
import static org.icsregistry.onboarding.world.Ics.RBV;

import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.onboarding.journey.Journey.Standing;
import org.icsregistry.onboarding.world.Ics;
import org.junit.jupiter.api.Test;

class JourneyTest {

  private final Case person = Case.onTheWay();

  @Test
  void a_journey_tells_the_first_step_and_whose_turn_it_is() {
    person.tell(
        person.vault.check(PERSON, "i1", CheckCode.IDENTITY, RBV, Ics.identity(CheckLevel.HIGH)),
        person.vault.check(PERSON, "d1", CheckCode.DBS, RBV, Ics.dbs(CheckOutcome.CLEAR_TO_PLACE)));
    var journey = person.journey();

    assertThat(journey.state()).isEqualTo(Journey.State.WAITING);
    assertThat(journey.occasion()).isEqualTo("a1");
    assertThat(journey.lines().stream().map(Journey.Line::standing))
        .containsExactly(
            Standing.MET,
            Standing.MET,
            Standing.STATUS_CHECK_NEEDED,
            Standing.MISSING,
            Standing.MISSING);
    assertThat(journey.nextStep()).isEqualTo(NextStep.CHECK_UPDATE_SERVICE);
    assertThat(journey.waitingOn()).isEqualTo(WaitingOn.ORGANISATION);
    assertThat(journey.typicalDays()).isEqualTo(7);
  }

  @Test
  void why_an_item_does_not_do_is_kept_nowhere() {
    person.tell(
        person.vault.check(PERSON, "d1", CheckCode.DBS, R0A, Ics.dbs(CheckOutcome.NOT_PLACED)));

    assertThat(Json.MAPPER.writeValueAsString(person.journey().lines()))
        .contains("REPEAT")
        .doesNotContain("OUTCOME", "NOT_PLACED", "d1");
  }
}
