package org.icsregistry.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.contracts.problem.ProblemCode.CLEARANCE_STILL_HOLDS;
import static org.icsregistry.contracts.problem.ProblemCode.REQUIREMENTS_NOT_MET;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.BypassReason;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.message.ClearanceCommand.BypassRequirement;
import org.icsregistry.contracts.message.ClearanceCommand.LapseClearance;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.ClearanceEvent.RequirementBypassed;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.PlacementCommand.StartPlacement;
import org.junit.jupiter.api.Test;

/** Somebody begins under supervision while a reference is outstanding. */
class ProvisionalStartTest {

  private static final LapseClearance LAPSE =
      new LapseClearance(MANCHESTER, WARD, LapseReason.BYPASS_ENDED);

  private final World world = new World();
  private final String person = world.aPersonWithEverything();
  private final LocalDate lastDay = world.today().plusDays(14);

  ProvisionalStartTest() {
    world.revise(true, Lines.supervisedReferences());
  }

  @Test
  void aBypass_namesApproverSupervisorReasonAndEnd() {
    assertThat(bypass())
        .isEqualTo(
            List.of(
                new RequirementBypassed(
                    MANCHESTER,
                    WARD,
                    2,
                    "REFERENCES",
                    BypassReason.SUPERVISED_START,
                    "lead-2",
                    "coordinator-7",
                    world.today(),
                    lastDay)));
  }

  @Test
  void aClearance_mayRestOnIt_withoutCallingItEvidence() {
    bypass();
    assertThat(world.accept(MANCHESTER, person, ClearanceWays.CLEAR))
        .containsExactly(new ClearedForRole(MANCHESTER, WARD, 2, 0, List.of()));
  }

  @Test
  void aPlacement_startsOnlyUntilItEnds() {
    bypass();
    world.accept(MANCHESTER, person, ClearanceWays.CLEAR);
    var first = world.offered(person);
    var second = world.offered(person);
    world.todayIs(lastDay.toString());
    world.accept(MANCHESTER, person, new StartPlacement(first, world.today()));
    world.todayIs(lastDay.plusDays(1).toString());
    assertThat(world.refuse(MANCHESTER, person, new StartPlacement(second, world.today())))
        .isEqualTo(REQUIREMENTS_NOT_MET);
  }

  @Test
  void theClearance_lapsesOnceItHasEnded_andNotBefore() {
    bypass();
    world.accept(MANCHESTER, person, ClearanceWays.CLEAR);
    world.todayIs(lastDay.toString());
    assertThat(world.refuse(MANCHESTER, person, LAPSE)).isEqualTo(CLEARANCE_STILL_HOLDS);
    world.todayIs(lastDay.plusDays(1).toString());
    assertThat(world.accept(MANCHESTER, person, LAPSE))
        .containsExactly(new ClearanceLapsed(MANCHESTER, WARD, LapseReason.BYPASS_ENDED, null));
  }

  private List<Event> bypass() {
    return world.accept(
        MANCHESTER,
        person,
        new BypassRequirement(
            MANCHESTER,
            WARD,
            "REFERENCES",
            BypassReason.SUPERVISED_START,
            "lead-2",
            "coordinator-7",
            lastDay));
  }
}
