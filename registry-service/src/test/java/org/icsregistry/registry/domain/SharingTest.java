package org.icsregistry.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.contracts.problem.ProblemCode.LINK_REQUIRED;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;
import static org.icsregistry.registry.fixture.Commands.HOST;

import java.util.List;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.message.ClearanceCommand.ClearForRole;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.PersonCommand.LinkPartner;
import org.icsregistry.contracts.message.PersonCommand.UnlinkPartner;
import org.icsregistry.contracts.message.PersonEvent.PartnerUnlinked;
import org.icsregistry.contracts.message.SharingCommand.GrantSharing;
import org.icsregistry.contracts.message.SharingCommand.WithdrawSharing;
import org.icsregistry.contracts.message.SharingEvent.SharingGranted;
import org.icsregistry.contracts.message.SharingEvent.SharingWithdrawn;
import org.junit.jupiter.api.Test;

/** What a person lets partners see, and the end of a relationship. */
class SharingTest {

  private static final String HOSPICE = "GB-CHC-1234567";

  private final World world = new World();
  private final String grant = World.id();

  SharingTest() {
    world.admit(HOSPICE, IssuerCategory.HOSPICE);
  }

  @Test
  void aPermission_needsNoRelationshipOfThePartnerThatIsAllowed() {
    var until = world.today().plusMonths(6);
    assertThat(world.accept(CHRISTIE, world.aPerson(), sharingWith(HOSPICE)))
        .containsExactly(
            new SharingGranted(grant, HOSPICE, SharingPurpose.PLACEMENT, until, LAST_WEEK));
  }

  @Test
  void aPermission_isRecordedByTheHostToo() {
    assertThat(world.accept(HOST, world.aPerson(), sharingWith(HOSPICE))).hasSize(1);
  }

  @Test
  void aStranger_cannotSayWhatThePersonAllows() {
    assertThat(world.refuse(HOSPICE, world.aPerson(), sharingWith(HOSPICE)))
        .isEqualTo(LINK_REQUIRED);
  }

  @Test
  void thePartnerThatWasAllowed_mayGiveItUp() {
    var person = world.aPerson();
    world.accept(CHRISTIE, person, sharingWith(HOSPICE));
    assertThat(world.accept(HOSPICE, person, new WithdrawSharing(grant)))
        .containsExactly(new SharingWithdrawn(grant, HOSPICE));
  }

  @Test
  void theEndOfARelationship_endsWhatWasSharedAndCleared() {
    var person = world.aClearedPerson();
    world.accept(CHRISTIE, person, sharingWith(MANCHESTER));
    assertThat(world.accept(MANCHESTER, person, new UnlinkPartner(MANCHESTER)))
        .isEqualTo(
            List.of(
                new PartnerUnlinked(MANCHESTER),
                new SharingWithdrawn(grant, MANCHESTER),
                new ClearanceLapsed(MANCHESTER, WARD, LapseReason.RELATIONSHIP_ENDED, null)));
    assertThat(world.refuse(MANCHESTER, person, ClearanceWays.CLEAR)).isEqualTo(LINK_REQUIRED);
  }

  @Test
  void aRelationship_canBeginAgain() {
    var person = world.aClearedPerson();
    world.accept(HOST, person, new UnlinkPartner(MANCHESTER));
    world.accept(MANCHESTER, person, new LinkPartner(LAST_WEEK));
    assertThat(world.accept(MANCHESTER, person, new ClearForRole(MANCHESTER, WARD))).hasSize(1);
  }

  private GrantSharing sharingWith(String partner) {
    return new GrantSharing(
        grant, partner, SharingPurpose.PLACEMENT, world.today().plusMonths(6), LAST_WEEK);
  }
}
