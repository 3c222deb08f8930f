package org.icsregistry.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.contracts.problem.ProblemCode.REQUIREMENTS_NOT_MET;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;

import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.RejectionReason;
import org.icsregistry.contracts.message.CheckCommand.RejectCheck;
import org.icsregistry.contracts.message.CheckEvent.CheckRejected;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.PersonCommand.LinkPartner;
import org.junit.jupiter.api.Test;

/** A partner stops relying on another's check. */
class RejectionTest {

  private static final RejectionReason REASON = RejectionReason.ORIGINAL_NOT_SHOWN;

  private final World world = new World();
  private final String person = world.aPerson();
  private final String identity = world.identity(CHRISTIE, person);

  @Test
  void aRejectedCheck_isNotReliedOnAnyMore() {
    world.adopt(World.trusting("*", false));
    world.dbs(MANCHESTER, person);
    world.fireTraining(MANCHESTER, person);
    world.accept(MANCHESTER, person, new RejectCheck(identity, REASON));
    assertThat(world.refuse(MANCHESTER, person, ClearanceWays.CLEAR))
        .isEqualTo(REQUIREMENTS_NOT_MET);
  }

  @Test
  void aClearanceThatRestsOnIt_lapsesAtOnce() {
    world.adopt(World.trusting("*", false));
    world.dbs(MANCHESTER, person);
    world.fireTraining(MANCHESTER, person);
    world.accept(MANCHESTER, person, ClearanceWays.CLEAR);
    assertThat(world.accept(MANCHESTER, person, new RejectCheck(identity, REASON)))
        .containsExactly(
            new CheckRejected(identity, MANCHESTER, REASON),
            new ClearanceLapsed(MANCHESTER, WARD, LapseReason.ITEM_REJECTED, identity));
  }

  @Test
  void anotherPartnersRejection_concernsNobodyElse() {
    world.adopt(World.trusting("*", false));
    world.dbs(MANCHESTER, person);
    world.fireTraining(MANCHESTER, person);
    var hospice = "GB-CHC-1234567";
    world.admit(hospice, IssuerCategory.HOSPICE);
    world.accept(hospice, person, new LinkPartner(World.LAST_WEEK));
    world.accept(hospice, person, new RejectCheck(identity, REASON));
    assertThat(world.accept(MANCHESTER, person, ClearanceWays.CLEAR)).hasSize(1);
  }
}
