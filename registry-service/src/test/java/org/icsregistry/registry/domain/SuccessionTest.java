package org.icsregistry.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;
import static org.icsregistry.registry.fixture.Commands.HOST;

import java.util.List;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.LeavingReason;
import org.icsregistry.contracts.code.SystemKind;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.Evidence;
import org.icsregistry.contracts.message.PartnerCommand.AdoptRecognitionPolicy;
import org.icsregistry.contracts.message.PartnerCommand.ConnectSystem;
import org.icsregistry.contracts.message.PartnerCommand.RecordUserTraining;
import org.icsregistry.contracts.message.PartnerCommand.SucceedPartner;
import org.icsregistry.contracts.message.PartnerEvent.PartnerSucceeded;
import org.icsregistry.contracts.message.PartnerEvent.RecognitionPolicyAdopted;
import org.icsregistry.contracts.message.PartnerEvent.SystemConnected;
import org.icsregistry.contracts.message.PartnerEvent.UsersTrained;
import org.icsregistry.contracts.message.PersonCommand.LinkPartner;
import org.icsregistry.contracts.message.PlacementCommand.EndPlacement;
import org.icsregistry.contracts.message.PlacementCommand.StartPlacement;
import org.icsregistry.contracts.message.RoleCommand.RetireRole;
import org.icsregistry.contracts.message.TrainingCommand.WithdrawTraining;
import org.junit.jupiter.api.Test;

/** What becomes of people when their organisation goes on in another, or a role is retired. */
class SuccessionTest {

  private final World world = new World();

  @Test
  void thePredecessorsItems_areTheSuccessorsOwn() {
    var person = world.aPerson();
    var identity = world.identity(CHRISTIE, person);
    var dbs = world.dbs(CHRISTIE, person);
    var fire = world.fireTraining(CHRISTIE, person);
    succeed(CHRISTIE, MANCHESTER);
    assertThat(world.accept(MANCHESTER, person, ClearanceWays.CLEAR))
        .isEqualTo(
            List.of(
                new ClearedForRole(
                    MANCHESTER,
                    WARD,
                    1,
                    0,
                    List.of(
                        new Evidence("IDENTITY", identity, CHRISTIE, false),
                        new Evidence("DBS", dbs, CHRISTIE, false),
                        new Evidence("CSTF_FIRE", fire, CHRISTIE, false)))));
  }

  @Test
  void whoKnewThePredecessor_isKnownToTheSuccessor() {
    var hospice = "GB-CHC-1234567";
    var person = world.aPerson();
    world.admit(hospice, IssuerCategory.HOSPICE);
    succeed(CHRISTIE, hospice);
    assertThat(world.accept(hospice, person, World.fireTraining(World.id()))).hasSize(1);
    assertThat(world.accept(hospice, person, new LinkPartner(LAST_WEEK))).hasSize(1);
  }

  @Test
  void aChainOfSuccessions_bringsEverythingToTheLast() {
    var hospice = "GB-CHC-1234567";
    world.admit(hospice, IssuerCategory.HOSPICE);
    var person = world.aPerson();
    var fire = world.fireTraining(CHRISTIE, person);
    succeed(CHRISTIE, MANCHESTER);
    var command = new SucceedPartner(MANCHESTER, hospice);
    world.accept(HOST, MANCHESTER, command);

    assertThat(world.accept(HOST, hospice, command))
        .contains(
            new PartnerSucceeded(MANCHESTER, hospice), new PartnerSucceeded(CHRISTIE, hospice));
    var withdrawal = new WithdrawTraining(fire, WithdrawalReason.ISSUED_IN_ERROR);
    assertThat(world.accept(hospice, person, withdrawal)).isNotEmpty();
  }

  @Test
  void aSuccessorWithoutAPolicy_takesOverThePredecessors() {
    var rules = List.of(World.trusting("*", false));
    world.accept(CHRISTIE, CHRISTIE, new AdoptRecognitionPolicy(LAST_WEEK, rules, 12));
    var command = new SucceedPartner(CHRISTIE, MANCHESTER);
    world.accept(HOST, CHRISTIE, command);
    assertThat(world.accept(HOST, MANCHESTER, command))
        .containsExactly(
            new PartnerSucceeded(CHRISTIE, MANCHESTER),
            new RecognitionPolicyAdopted(1, world.today(), rules, 12));
  }

  @Test
  void theSuccessor_endsWhatThePredecessorLeft() {
    var person = world.aClearedPerson();
    var placement = world.offered(person);
    succeed(MANCHESTER, CHRISTIE);
    var end = new EndPlacement(placement, world.today(), LeavingReason.OTHER);
    assertThat(world.accept(CHRISTIE, person, end)).hasSize(1);
  }

  @Test
  void aRetiredRole_keepsItsPeople() {
    var person = world.aClearedPerson();
    var placement = world.offered(person);
    world.accept(MANCHESTER, WARD, new RetireRole());
    assertThat(world.accept(MANCHESTER, person, new StartPlacement(placement, world.today())))
        .hasSize(1);
  }

  @Test
  void aPartner_saysHowReadyItIs() {
    assertThat(world.accept(CHRISTIE, CHRISTIE, new RecordUserTraining(LAST_WEEK, 12)))
        .containsExactly(new UsersTrained(LAST_WEEK, 12));
    var system = new ConnectSystem(SystemKind.VOLUNTEER_MANAGEMENT, "A system", LAST_WEEK);
    assertThat(world.accept(HOST, CHRISTIE, system))
        .containsExactly(
            new SystemConnected(SystemKind.VOLUNTEER_MANAGEMENT, "A system", LAST_WEEK));
  }

  private void succeed(String predecessor, String successor) {
    var command = new SucceedPartner(predecessor, successor);
    world.accept(HOST, predecessor, command);
    world.accept(HOST, successor, command);
  }
}
