package org.icsregistry.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.registry.domain.ErasureWays.ACKNOWLEDGE;
import static org.icsregistry.registry.domain.ErasureWays.ERASE;
import static org.icsregistry.registry.domain.ErasureWays.LIFT;
import static org.icsregistry.registry.domain.ErasureWays.RESTRICT;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;
import static org.icsregistry.registry.store.Ledger.HOST;

import org.icsregistry.contracts.code.ErasureGround;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ErasureCommand.EraseCategory;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.contracts.message.PersonCommand.LinkPartner;
import org.icsregistry.contracts.message.TrainingCommand.WithdrawTraining;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.sealing.Category;
import org.junit.jupiter.api.Test;

/** Who may have somebody forgotten, what stays, and who has to say that it is done. */
class ErasureTest {

  private final World world = new World();

  @Test
  void theHost_forgetsAnybody_andEverybodyWhoKnewThemIsAsked() {
    var erased =
        (VolunteerErased) world.accept(HOST, world.aPersonWithEverything(), ERASE).getFirst();
    assertThat(erased.erased()).containsExactly(Category.values());
    assertThat(erased.partners()).containsExactly(MANCHESTER, CHRISTIE);
  }

  @Test
  void theOnlyPartnerThatKnowsAPerson_forgetsThem() {
    var person = World.id();
    world.accept(CHRISTIE, person, world.aRegistration(person, "1990-04-05"));
    assertThat(world.accept(CHRISTIE, person, ERASE)).hasSize(1);
  }

  @Test
  void everyClearance_lapsesInTheSameBreath() {
    assertThat(world.accept(HOST, world.aClearedPerson(), ERASE))
        .contains(new ClearanceLapsed(MANCHESTER, WARD, LapseReason.PERSON_ERASED, null));
  }

  @Test
  void whatALegalHoldKeeps_goesWithALaterErasure() {
    var person = world.aPerson();
    var first = ErasureWays.erase(ErasureWays.hold(Category.CHECKS, "2027-11-02"));
    assertThat(((VolunteerErased) world.accept(HOST, person, first).getFirst()).erased())
        .containsExactly(Category.CONTACT, Category.HEALTH);
    assertThat(((VolunteerErased) world.accept(HOST, person, ERASE).getFirst()).erased())
        .containsExactly(Category.CHECKS);
    assertThat(world.refuse(HOST, person, ERASE)).isEqualTo(ProblemCode.NOTHING_TO_ERASE);
  }

  @Test
  void eachPartner_acknowledgesForItself() {
    var person = world.aPerson();
    world.accept(HOST, person, ERASE);
    assertThat(world.accept(MANCHESTER, person, ACKNOWLEDGE)).hasSize(1);
    assertThat(world.accept(CHRISTIE, person, ACKNOWLEDGE)).hasSize(1);
  }

  @Test
  void somebodyOfWhomACategoryWasErased_stays() {
    var person = world.aPerson();
    world.accept(HOST, person, new EraseCategory(Category.CHECKS, ErasureGround.RETENTION, "job"));
    assertThat(world.fireTraining(CHRISTIE, person)).isNotEmpty();
  }

  @Test
  void aForgottenId_isNeverUsedAgain() {
    var person = world.aPerson();
    world.accept(HOST, person, ERASE);
    assertThat(world.refuse(CHRISTIE, person, world.aRegistration(person, "1990-04-05")))
        .isEqualTo(ProblemCode.VOLUNTEER_ALREADY_REGISTERED);
  }

  @Test
  void whileProcessingIsRestricted_whatWithdrawsIsTaken_andAfterwardsEverything() {
    var person = World.id();
    world.accept(CHRISTIE, person, world.aRegistration(person, "1990-04-05"));
    var item = world.fireTraining(CHRISTIE, person);
    world.accept(CHRISTIE, person, RESTRICT);
    var withdrawal = new WithdrawTraining(item, WithdrawalReason.ISSUED_IN_ERROR);
    assertThat(world.accept(CHRISTIE, person, withdrawal)).hasSize(1);
    world.accept(CHRISTIE, person, LIFT);
    assertThat(world.accept(MANCHESTER, person, new LinkPartner(LAST_WEEK))).hasSize(1);
  }
}
