package org.icsregistry.onboarding.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.onboarding.world.Ics.R0A;
import static org.icsregistry.onboarding.world.Ics.RBV;
import static org.icsregistry.onboarding.world.Ics.ROLE;

import java.time.LocalDate;
import org.icsregistry.contracts.code.ChaseStage;
import org.icsregistry.contracts.code.DeclineReason;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.message.ApplicationCommand.DeclineApplicant;
import org.icsregistry.contracts.message.ApplicationEvent.OfferMade;
import org.icsregistry.contracts.message.JourneyCommand.ChaseStep;
import org.icsregistry.contracts.message.PartnerEvent.ChasingSet;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.onboarding.world.Ics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An offer of 1 October, which is usually answered within seven days. */
class ChasesTest {

  private static final LocalDate DUE = Ics.DAY.plusDays(7);

  private final Case person =
      new Case()
          .registered(LocalDate.of(1990, 2, 3))
          .tell(new PartnerLinked(RBV, Ics.DAY), new PartnerLinked(R0A, Ics.DAY))
          .tell(new OfferMade("a1", R0A, ROLE, WaitingOn.VOLUNTEER));

  @Test
  void an_offer_waits_for_the_person_and_has_a_date() {
    var journey = person.journey();

    assertThat(journey.state()).isEqualTo(Journey.State.APPLYING);
    assertThat(journey.waitingOn()).isEqualTo(WaitingOn.VOLUNTEER);
    assertThat(journey.dueOn()).isEqualTo(DUE);
  }

  @Test
  void nobody_is_reminded_before_the_first_day() {
    person.today = DUE.plusDays(2);
    assertThat(person.reminders()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3, FIRST", "6, FIRST", "7, SECOND", "13, SECOND", "14, ESCALATED", "27, ESCALATED"})
  void a_late_step_is_reminded_of_by_stages(int late, ChaseStage stage) {
    person.today = DUE.plusDays(late);
    assertThat(person.reminders()).containsExactly(chase(stage));
  }

  @Test
  void an_offer_that_nobody_answers_is_closed() {
    person.today = DUE.plusDays(28);
    assertThat(person.reminders())
        .containsExactly(new DeclineApplicant("a1", DeclineReason.NO_RESPONSE));
  }

  @Test
  void a_partner_has_days_of_its_own() {
    person.tell(new ChasingSet(1, 2, 5, 9));
    person.today = DUE.plusDays(1);
    assertThat(person.reminders()).containsExactly(chase(ChaseStage.FIRST));
    person.today = DUE.plusDays(9);
    assertThat(person.reminders()).hasOnlyElementsOfType(DeclineApplicant.class);
  }

  private static ChaseStep chase(ChaseStage stage) {
    return new ChaseStep(R0A, ROLE, "a1", "OFFERED", WaitingOn.VOLUNTEER, stage, DUE);
  }
}
