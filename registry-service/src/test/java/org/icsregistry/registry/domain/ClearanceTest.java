package org.icsregistry.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.contracts.problem.ProblemCode.CLEARANCE_STILL_HOLDS;
import static org.icsregistry.contracts.problem.ProblemCode.REQUIREMENTS_NOT_MET;
import static org.icsregistry.registry.domain.ClearanceWays.CLEAR;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;

import java.util.List;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.message.CheckCommand.NoteStatusCheck;
import org.icsregistry.contracts.message.CheckCommand.WithdrawCheck;
import org.icsregistry.contracts.message.CheckEvent.CheckWithdrawn;
import org.icsregistry.contracts.message.ClearanceCommand.ClearForRole;
import org.icsregistry.contracts.message.ClearanceCommand.LapseClearance;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.Evidence;
import org.icsregistry.contracts.message.RoleCommand.DefineRole;
import org.icsregistry.contracts.message.TrainingCommand.WithdrawTraining;
import org.icsregistry.contracts.message.TrainingEvent.TrainingWithdrawn;
import org.junit.jupiter.api.Test;

/** A clearance rests on evidence and on nothing else. */
class ClearanceTest {

  private static final String TROLLEY = MANCHESTER + ".TROLLEY";

  private final World world = new World();

  @Test
  void clear_listsTheEvidenceAndTheVersionsItWasDecidedUnder() {
    var person = world.aPerson();
    var identity = world.identity(MANCHESTER, person);
    var dbs = world.dbs(MANCHESTER, person);
    var fire = world.fireTraining(CHRISTIE, person);
    world.adopt(World.trusting("CSTF_*", false));

    assertThat(world.accept(MANCHESTER, person, CLEAR))
        .containsExactly(
            new ClearedForRole(
                MANCHESTER,
                WARD,
                1,
                1,
                List.of(
                    new Evidence("IDENTITY", identity, MANCHESTER, false),
                    new Evidence("DBS", dbs, MANCHESTER, false),
                    new Evidence("CSTF_FIRE", fire, CHRISTIE, true))));
  }

  @Test
  void clear_needsAStatusCheckWhereThePolicyAsksForOne() {
    var person = world.aPerson();
    var dbs = world.dbs(CHRISTIE, person);
    world.identity(MANCHESTER, person);
    world.fireTraining(MANCHESTER, person);
    world.adopt(World.trusting("DBS", true));

    assertThat(world.refuse(MANCHESTER, person, CLEAR)).isEqualTo(REQUIREMENTS_NOT_MET);
    var current = world.seal(person, "NoteStatusCheck.result", StatusResult.CURRENT);
    world.accept(MANCHESTER, person, new NoteStatusCheck(dbs, world.today(), current));
    assertThat(world.accept(MANCHESTER, person, CLEAR)).hasSize(1);
  }

  @Test
  void clear_isRefused_whenTheStatusCheckSaysNotCurrent() {
    var person = world.aPerson();
    var dbs = world.dbs(CHRISTIE, person);
    world.identity(MANCHESTER, person);
    world.fireTraining(MANCHESTER, person);
    world.adopt(World.trusting("DBS", true));

    var notCurrent = world.seal(person, "NoteStatusCheck.result", StatusResult.NOT_CURRENT);
    world.accept(MANCHESTER, person, new NoteStatusCheck(dbs, world.today(), notCurrent));
    assertThat(world.refuse(MANCHESTER, person, CLEAR)).isEqualTo(REQUIREMENTS_NOT_MET);
  }

  @Test
  void clear_isRefused_onEvidenceThatIsErased() {
    var person = world.aPersonWithEverything();
    world.erase(person);
    assertThat(world.refuse(MANCHESTER, person, CLEAR)).isEqualTo(REQUIREMENTS_NOT_MET);
  }

  @Test
  void clear_asksForTheAgeOnTheDayOfTheQuestion() {
    var person = world.aPersonBorn("2010-11-03");
    world.identity(MANCHESTER, person);
    world.dbs(MANCHESTER, person);
    world.fireTraining(MANCHESTER, person);

    assertThat(world.refuse(MANCHESTER, person, CLEAR)).isEqualTo(REQUIREMENTS_NOT_MET);
    world.todayIs("2026-11-03");
    assertThat(world.accept(MANCHESTER, person, CLEAR)).hasSize(1);
  }

  @Test
  void withdrawCheck_lapsesEveryClearanceThatRestsOnIt_andNoOther() {
    world.accept(
        MANCHESTER,
        TROLLEY,
        new DefineRole(
            "Trolley",
            org.icsregistry.contracts.code.EngagementMode.SHIFT,
            List.of(Lines.training("CSTF_FIRE", null))));
    var person = world.aPerson();
    var identity = world.identity(MANCHESTER, person);
    world.dbs(MANCHESTER, person);
    var fire = world.fireTraining(MANCHESTER, person);
    world.accept(MANCHESTER, person, CLEAR);
    world.accept(MANCHESTER, person, new ClearForRole(MANCHESTER, TROLLEY));

    var reason = WithdrawalReason.ISSUED_IN_ERROR;
    assertThat(world.accept(MANCHESTER, person, new WithdrawCheck(identity, reason)))
        .containsExactly(new CheckWithdrawn(identity, reason), lapsed(WARD, identity));
    assertThat(world.accept(MANCHESTER, person, new WithdrawTraining(fire, reason)))
        .containsExactly(new TrainingWithdrawn(fire, reason), lapsed(TROLLEY, fire));
  }

  private static ClearanceLapsed lapsed(String role, String item) {
    return new ClearanceLapsed(MANCHESTER, role, LapseReason.ITEM_WITHDRAWN, item);
  }

  @Test
  void withdrawByTheIssuer_lapsesTheClearanceAtTheRelyingPartner() {
    var person = world.aPerson();
    world.identity(MANCHESTER, person);
    world.dbs(MANCHESTER, person);
    var fire = world.fireTraining(CHRISTIE, person);
    world.adopt(World.trusting("*", false));
    world.accept(MANCHESTER, person, CLEAR);

    var reason = WithdrawalReason.NO_LONGER_VALID;
    assertThat(world.accept(CHRISTIE, person, new WithdrawTraining(fire, reason)))
        .contains(lapsed(WARD, fire));
    assertThat(world.refuse(MANCHESTER, person, CLEAR)).isEqualTo(REQUIREMENTS_NOT_MET);
    world.fireTraining(MANCHESTER, person);
    assertThat(world.accept(MANCHESTER, person, CLEAR)).hasSize(1);
  }

  @Test
  void clearAgain_underANewVersionOfRoleOrPolicy() {
    var person = world.aClearedPerson();
    world.revise(false, Lines.identity(CheckLevel.LOW));
    assertThat(world.accept(MANCHESTER, person, CLEAR))
        .singleElement()
        .extracting("roleVersion", "policyVersion")
        .containsExactly(2, 0);
    world.adopt();
    assertThat(world.accept(MANCHESTER, person, CLEAR))
        .singleElement()
        .extracting("roleVersion", "policyVersion")
        .containsExactly(2, 1);
  }

  @Test
  void lapse_isAcceptedWhenAnItemHasExpired_andRefusedTheDayBefore() {
    var person = world.aClearedPerson();
    world.todayIs("2028-10-26");
    assertThat(world.refuse(MANCHESTER, person, expired())).isEqualTo(CLEARANCE_STILL_HOLDS);
    world.todayIs("2028-10-27");
    assertThat(world.accept(MANCHESTER, person, expired()))
        .containsExactly(new ClearanceLapsed(MANCHESTER, WARD, LapseReason.ITEM_EXPIRED, null));
  }

  private static LapseClearance expired() {
    return new LapseClearance(MANCHESTER, WARD, LapseReason.ITEM_EXPIRED);
  }

  @Test
  void lapse_followsARevisionOnlyIfItAppliesToThePlaced() {
    var person = world.aClearedPerson();
    var lapse = new LapseClearance(MANCHESTER, WARD, LapseReason.ROLE_REVISED);
    world.revise(false, Lines.identity(CheckLevel.VERY_HIGH));
    assertThat(world.refuse(MANCHESTER, person, lapse)).isEqualTo(CLEARANCE_STILL_HOLDS);
    world.revise(true, Lines.identity(CheckLevel.VERY_HIGH));
    assertThat(world.accept(MANCHESTER, person, lapse)).hasSize(1);
  }

  @Test
  void lapse_followsAPolicyThatTrustsNoMore() {
    var person = world.aPerson();
    world.identity(MANCHESTER, person);
    world.dbs(MANCHESTER, person);
    world.fireTraining(CHRISTIE, person);
    world.adopt(World.trusting("*", false));
    world.accept(MANCHESTER, person, CLEAR);
    var lapse = new LapseClearance(MANCHESTER, WARD, LapseReason.POLICY_CHANGED);
    assertThat(world.refuse(MANCHESTER, person, lapse)).isEqualTo(CLEARANCE_STILL_HOLDS);
    world.adopt();
    assertThat(world.accept(MANCHESTER, person, lapse)).hasSize(1);
  }
}
