package org.icsregistry.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.contracts.problem.ProblemCode.REQUIREMENTS_NOT_MET;
import static org.icsregistry.contracts.problem.ProblemCode.VOLUNTEER_MERGED;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;
import static org.icsregistry.registry.fixture.Commands.HOST;

import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.message.CheckCommand.WithdrawCheck;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.MergeCommand.MergeVolunteers;
import org.icsregistry.contracts.message.MergeCommand.UnmergeVolunteers;
import org.icsregistry.contracts.message.MergeEvent.CheckCarriedOver;
import org.icsregistry.contracts.message.MergeEvent.TrainingCarriedOver;
import org.icsregistry.contracts.message.MergeEvent.VolunteersMerged;
import org.icsregistry.contracts.message.MergeEvent.VolunteersUnmerged;
import org.icsregistry.contracts.message.PersonCommand.LinkPartner;
import org.junit.jupiter.api.Test;

/** Two ids turn out to be one person, and perhaps not after all. */
class MergeTest {

  private final World world = new World();
  private final String survivor = world.aPerson();
  private final String merged = world.aPerson();
  private final String dbs = world.dbs(MANCHESTER, merged);

  MergeTest() {
    world.identity(MANCHESTER, survivor);
    world.fireTraining(MANCHESTER, merged);
    merge();
  }

  @Test
  void theMergedId_takesNoCommand_andNamesTheOther() {
    assertThat(world.refuse(CHRISTIE, merged, new LinkPartner(LAST_WEEK)))
        .isEqualTo(VOLUNTEER_MERGED);
    assertThat(world.refuse(MANCHESTER, merged, World.fireTraining(World.id())))
        .isEqualTo(VOLUNTEER_MERGED);
  }

  @Test
  void whatWasHeldUnderTheOtherId_counts() {
    assertThat(world.accept(MANCHESTER, survivor, ClearanceWays.CLEAR)).hasSize(1);
  }

  @Test
  void theIssuer_withdrawsAboutTheSurvivingId() {
    var withdrawal = new WithdrawCheck(dbs, WithdrawalReason.ISSUED_IN_ERROR);
    assertThat(world.accept(MANCHESTER, survivor, withdrawal)).hasSize(1);
    assertThat(world.refuse(MANCHESTER, survivor, ClearanceWays.CLEAR))
        .isEqualTo(REQUIREMENTS_NOT_MET);
  }

  @Test
  void apartAgain_eachIdHoldsItsOwn() {
    world.accept(MANCHESTER, survivor, ClearanceWays.CLEAR);
    var apart = new UnmergeVolunteers(merged, survivor);
    assertThat(world.accept(HOST, survivor, apart))
        .containsExactly(
            new VolunteersUnmerged(merged, survivor, true),
            new ClearanceLapsed(MANCHESTER, WARD, LapseReason.ITEM_WITHDRAWN, dbs));
    assertThat(world.accept(HOST, merged, apart))
        .containsExactly(new VolunteersUnmerged(merged, survivor, false));
    assertThat(world.refuse(MANCHESTER, survivor, ClearanceWays.CLEAR))
        .isEqualTo(REQUIREMENTS_NOT_MET);
    world.identity(MANCHESTER, merged);
    assertThat(world.accept(MANCHESTER, merged, ClearanceWays.CLEAR)).hasSize(1);
  }

  @Test
  void twoIds_canBeMergedAgain() {
    var apart = new UnmergeVolunteers(merged, survivor);
    world.accept(HOST, survivor, apart);
    world.accept(HOST, merged, apart);
    merge();
    assertThat(world.accept(MANCHESTER, survivor, ClearanceWays.CLEAR)).hasSize(1);
  }

  private void merge() {
    var command = new MergeVolunteers(merged, survivor);
    assertThat(world.accept(HOST, merged, command))
        .containsExactly(new VolunteersMerged(merged, survivor, false));
    assertThat(world.accept(HOST, survivor, command))
        .hasExactlyElementsOfTypes(
            VolunteersMerged.class, CheckCarriedOver.class, TrainingCarriedOver.class);
  }
}
