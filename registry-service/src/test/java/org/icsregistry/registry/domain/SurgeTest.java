package org.icsregistry.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.contracts.problem.ProblemCode.CLEARANCE_STILL_HOLDS;
import static org.icsregistry.contracts.problem.ProblemCode.NOT_CLEARED;
import static org.icsregistry.contracts.problem.ProblemCode.ROLE_ENDED;
import static org.icsregistry.registry.domain.SurgeWays.FLOOD;
import static org.icsregistry.registry.domain.SurgeWays.OVER;
import static org.icsregistry.registry.domain.SurgeWays.SANDBAGS;
import static org.icsregistry.registry.domain.SurgeWays.call;
import static org.icsregistry.registry.domain.SurgeWays.flooded;
import static org.icsregistry.registry.domain.SurgeWays.temporary;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.util.List;
import org.icsregistry.contracts.code.CallUpAnswer;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.code.StandDownReason;
import org.icsregistry.contracts.code.SurgeReason;
import org.icsregistry.contracts.message.CallUpCommand.AnswerCallUp;
import org.icsregistry.contracts.message.CallUpEvent.CallUpAnswered;
import org.icsregistry.contracts.message.CallUpEvent.CallUpSent;
import org.icsregistry.contracts.message.ClearanceCommand.ClearForRole;
import org.icsregistry.contracts.message.ClearanceCommand.LapseClearance;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.PlacementCommand.OfferPlacement;
import org.icsregistry.contracts.message.PlacementCommand.StartPlacement;
import org.icsregistry.contracts.message.SharingCommand.GrantSharing;
import org.icsregistry.contracts.message.SurgeEvent.SurgeDeclared;
import org.icsregistry.contracts.message.SurgeEvent.SurgeStoodDown;
import org.junit.jupiter.api.Test;

/** A need for many volunteers at once, from its declaration to its end. */
class SurgeTest {

  private final World world = new World();

  @Test
  void aSurge_isDeclaredAndStoodDownByTheHost() {
    assertThat(world.accept(HOST, FLOOD, SurgeWays.declaration(2)))
        .containsExactly(new SurgeDeclared("Flood", SurgeReason.FLOOD, List.of("M20"), 2));
    assertThat(world.accept(HOST, FLOOD, OVER))
        .containsExactly(new SurgeStoodDown(StandDownReason.OVER));
  }

  @Test
  void aCallUp_goesToWhoeverIsCleared_andIsAnswered() {
    var person = flooded(world, 1).aClearedPerson();
    var id = World.id();
    assertThat(world.accept(HOST, person, call(id, WARD)))
        .containsExactly(new CallUpSent(id, FLOOD, MANCHESTER, WARD, world.today()));
    assertThat(world.accept(MANCHESTER, person, new AnswerCallUp(id, CallUpAnswer.YES)))
        .containsExactly(new CallUpAnswered(id, FLOOD, MANCHESTER, CallUpAnswer.YES));
    assertThat(world.accept(MANCHESTER, person, new AnswerCallUp(id, CallUpAnswer.NO))).hasSize(1);
  }

  @Test
  void whoIsClearedForTheRoleItIsDerivedFrom_mayBeCalledUpForATemporaryOne() {
    var person = flooded(world, 1).aClearedPerson();
    world.accept(HOST, SANDBAGS, temporary(WARD, world.today().plusDays(30)));
    assertThat(world.accept(MANCHESTER, person, call(World.id(), SANDBAGS))).hasSize(1);
  }

  /** Otherwise a call-up would tell where else somebody is cleared. */
  @Test
  void aClearanceElsewhere_counts_onceThePersonSharesDetails() {
    var person = flooded(world, 1).aPerson();
    world.accept(HOST, SANDBAGS, temporary(null, world.today().plusDays(30)));
    world.accept(CHRISTIE, person, new ClearForRole(CHRISTIE, SANDBAGS));
    for (var sender : List.of(MANCHESTER, HOST)) {
      assertThat(world.refuse(sender, person, call(World.id(), SANDBAGS))).isEqualTo(NOT_CLEARED);
    }

    world.accept(
        MANCHESTER,
        person,
        new GrantSharing(
            World.id(),
            MANCHESTER,
            SharingPurpose.PLACEMENT,
            world.today().plusDays(30),
            world.today()));
    assertThat(world.accept(MANCHESTER, person, call(World.id(), SANDBAGS))).hasSize(1);
  }

  @Test
  void whoSaidLater_isAskedAgain_onceTheWeekIsOver() {
    var person = flooded(world, 1).aClearedPerson();
    var id = World.id();
    world.accept(MANCHESTER, person, call(id, WARD));
    world.accept(MANCHESTER, person, new AnswerCallUp(id, CallUpAnswer.LATER));
    world.todayIs("2026-11-09");
    assertThat(world.accept(MANCHESTER, person, call(World.id(), WARD))).hasSize(1);
  }

  @Test
  void aClearanceForATemporaryRole_endsWithTheRole() {
    var person = flooded(world, 1).aPerson();
    world.accept(HOST, SANDBAGS, temporary(null, world.today().plusDays(1)));
    world.accept(MANCHESTER, person, new ClearForRole(MANCHESTER, SANDBAGS));
    var placement = World.id();
    world.accept(MANCHESTER, person, new OfferPlacement(placement, SANDBAGS));
    var lapse = new LapseClearance(MANCHESTER, SANDBAGS, LapseReason.ROLE_ENDED);

    world.todayIs("2026-11-03");
    assertThat(world.refuse(MANCHESTER, person, lapse)).isEqualTo(CLEARANCE_STILL_HOLDS);

    world.todayIs("2026-11-04");
    assertThat(world.refuse(MANCHESTER, person, new StartPlacement(placement, LAST_WEEK)))
        .isEqualTo(ROLE_ENDED);
    assertThat(world.accept(MANCHESTER, person, lapse))
        .containsExactly(new ClearanceLapsed(MANCHESTER, SANDBAGS, LapseReason.ROLE_ENDED, null));
  }

  @Test
  void afterTheEndOfASurge_itsTemporaryRoleLastsToItsDay() {
    var person = flooded(world, 1).aPerson();
    world.accept(HOST, SANDBAGS, temporary(null, world.today().plusDays(1)));
    world.accept(HOST, FLOOD, OVER);
    assertThat(world.accept(MANCHESTER, person, new ClearForRole(MANCHESTER, SANDBAGS))).hasSize(1);
  }
}
