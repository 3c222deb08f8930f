package org.icsregistry.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.registry.domain.ProgrammeWays.CALLERS;
import static org.icsregistry.registry.domain.ProgrammeWays.CLOSE;
import static org.icsregistry.registry.domain.ProgrammeWays.defined;
import static org.icsregistry.registry.domain.ProgrammeWays.outcome;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;

import org.icsregistry.contracts.message.ProgrammeEvent.OutcomeRecorded;
import org.icsregistry.contracts.message.ProgrammeEvent.ProgrammeClosed;
import org.junit.jupiter.api.Test;

/** What partners want to reach together. */
class ProgrammeTest {

  private final World world = new World();

  @Test
  void eachPartner_recordsWhatItHasReached_andTheOwnerMayForAll() {
    defined(world);
    assertThat(world.accept(MANCHESTER, CALLERS, outcome(MANCHESTER, "17.7", null)))
        .containsExactly(
            new OutcomeRecorded(
                "REACHED", MANCHESTER, LAST_WEEK.minusDays(30), LAST_WEEK, "17.7", null));
    assertThat(world.accept(CHRISTIE, CALLERS, outcome(MANCHESTER, "18", null))).hasSize(1);
  }

  @Test
  void aProgramme_isClosedByItsOwner() {
    assertThat(defined(world).accept(CHRISTIE, CALLERS, CLOSE))
        .containsExactly(new ProgrammeClosed(LAST_WEEK));
  }
}
