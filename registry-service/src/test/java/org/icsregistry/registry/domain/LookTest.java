package org.icsregistry.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.contracts.problem.ProblemCode.LINK_REQUIRED;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.time.Duration;
import org.icsregistry.contracts.code.EmergencyReason;
import org.icsregistry.contracts.code.LookGround;
import org.icsregistry.contracts.message.LookEvent.DetailsViewed;
import org.icsregistry.contracts.message.LookEvent.GlassBroken;
import org.icsregistry.contracts.message.PersonCommand.UnlinkPartner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who looks at a person's details, and who may in an emergency. */
class LookTest {

  private final World world = new World();
  private final String person = world.aPerson();

  @Test
  void aLook_isToldAtOnce_whereThePersonAllowedIt() {
    var look = LookWays.look(LookGround.GRANT);
    assertThat(world.accept(HOST, person, look))
        .containsExactly(
            new DetailsViewed(
                MANCHESTER,
                look.viewer(),
                look.office(),
                LookGround.GRANT,
                look.viewedAt(),
                look.viewedAt()));
  }

  @Test
  void anEmergency_lastsAnHour() {
    var broken = emergency(EmergencyReason.IMMINENT_RISK);
    assertThat(Duration.between(broken.tellFrom(), broken.until())).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @EnumSource(
      value = EmergencyReason.class,
      names = {"SAFEGUARDING_CHILD", "SAFEGUARDING_ADULT"})
  void safeguarding_isToldAfterThreeDays_withEveryLook(EmergencyReason reason) {
    var broken = emergency(reason);
    assertThat(Duration.between(broken.until(), broken.tellFrom())).isEqualTo(Duration.ofHours(71));

    var viewed = world.accept(HOST, person, LookWays.look(LookGround.BREAK_GLASS)).getFirst();
    assertThat(((DetailsViewed) viewed).tellFrom()).isEqualTo(broken.tellFrom());
  }

  @Test
  void anEmergency_isWrittenDownAgain_whileTheLastOneGoesOn() {
    emergency(EmergencyReason.IMMINENT_RISK);
    emergency(EmergencyReason.SAFEGUARDING_ADULT);
  }

  @Test
  void aLookIsNoted_andAnEmergencyHelps_whileProcessingIsRestricted() {
    world.accept(MANCHESTER, person, ErasureWays.RESTRICT);
    emergency(EmergencyReason.IMMINENT_RISK);
    assertThat(world.accept(HOST, person, LookWays.look(LookGround.BREAK_GLASS))).hasSize(1);
  }

  @Test
  void whatWasSeen_isNoted_afterTheRelationshipHasEnded() {
    emergency(EmergencyReason.IMMINENT_RISK);
    world.accept(MANCHESTER, person, new UnlinkPartner(MANCHESTER));
    assertThat(world.accept(HOST, person, LookWays.look(LookGround.BREAK_GLASS))).hasSize(1);
    var again = LookWays.emergency(world, person, EmergencyReason.IMMINENT_RISK);
    assertThat(world.refuse(MANCHESTER, person, again)).isEqualTo(LINK_REQUIRED);
  }

  private GlassBroken emergency(EmergencyReason reason) {
    return (GlassBroken)
        world.accept(MANCHESTER, person, LookWays.emergency(world, person, reason)).getFirst();
  }
}
