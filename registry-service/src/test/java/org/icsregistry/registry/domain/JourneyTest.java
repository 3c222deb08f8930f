package org.icsregistry.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.util.List;
import org.icsregistry.contracts.code.ChaseStage;
import org.icsregistry.contracts.code.DeclineReason;
import org.icsregistry.contracts.code.MessageChannel;
import org.icsregistry.contracts.code.MessageKind;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.message.ApplicationCommand.DeclineApplicant;
import org.icsregistry.contracts.message.ApplicationCommand.ExpressInterest;
import org.icsregistry.contracts.message.ApplicationCommand.MakeOffer;
import org.icsregistry.contracts.message.ApplicationEvent.ApplicantDeclined;
import org.icsregistry.contracts.message.JourneyEvent.ExpiryWarned;
import org.icsregistry.contracts.message.JourneyEvent.IdleNoticed;
import org.icsregistry.contracts.message.JourneyEvent.MessageSent;
import org.icsregistry.contracts.message.JourneyEvent.PreferencesChanged;
import org.icsregistry.contracts.message.JourneyEvent.StepChased;
import org.icsregistry.contracts.message.PartnerCommand.SetChasing;
import org.icsregistry.contracts.message.PartnerEvent.ChasingSet;
import org.junit.jupiter.api.Test;

/** What the host does to keep somebody's way going stands in the log. */
class JourneyTest {

  private final World world = new World();
  private final String person = world.aPerson();

  @Test
  void theHost_reminds_warns_andNotices() {
    assertThat(world.accept(HOST, person, JourneyWays.CHASE))
        .containsExactly(
            new StepChased(
                MANCHESTER,
                WARD,
                JourneyWays.CHASE.occasionId(),
                "CSTF_FIRE",
                WaitingOn.VOLUNTEER,
                ChaseStage.FIRST,
                LAST_WEEK));
    assertThat(world.accept(HOST, person, JourneyWays.WARN))
        .containsExactly(new ExpiryWarned(MANCHESTER, WARD, "CSTF_FIRE", 30));
    assertThat(world.accept(HOST, person, JourneyWays.NOTICE))
        .containsExactly(new IdleNoticed(MANCHESTER, WARD, 14));
    assertThat(world.accept(HOST, person, JourneyWays.NOTE))
        .containsExactly(
            new MessageSent(
                MANCHESTER,
                JourneyWays.NOTE.eventId(),
                MessageKind.REMINDER,
                MessageChannel.EMAIL,
                1));
  }

  @Test
  void aPartner_recordsHowThePersonWantsToBeWrittenTo() {
    var command = JourneyWays.preferences(world, person);

    assertThat(world.accept(CHRISTIE, person, command))
        .containsExactly(new PreferencesChanged(command.language(), List.of(MessageKind.THANKS)));
  }

  @Test
  void aPartner_saysWhenItsStepsAreRemindedOf() {
    assertThat(world.accept(CHRISTIE, CHRISTIE, new SetChasing(1, 2, 3, 4)))
        .containsExactly(new ChasingSet(1, 2, 3, 4));
  }

  @Test
  void theHost_closesAnOfferThatNobodyAnswers() {
    var id = World.id();
    world.accept(MANCHESTER, person, new ExpressInterest(id, WARD));
    world.accept(MANCHESTER, person, new MakeOffer(id));

    assertThat(world.accept(HOST, person, new DeclineApplicant(id, DeclineReason.NO_RESPONSE)))
        .containsExactly(
            new ApplicantDeclined(
                id, MANCHESTER, WARD, DeclineReason.NO_RESPONSE, WaitingOn.NOBODY));
  }
}
