package org.icsregistry.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.contracts.problem.ProblemCode.RECOGNITION_CONTRADICTS_POLICY;
import static org.icsregistry.registry.domain.ClearanceWays.decision;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;
import static org.icsregistry.registry.store.Ledger.HOST;

import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;
import org.junit.jupiter.api.Test;

/** Another partner's item is recognised as the relying partner's policy says. */
class RecognitionTest {

  private final World world = new World();
  private final String person = world.aPerson();

  @Test
  void anItemThatThePolicyAccepts_isReused() {
    var fire = world.fireTraining(CHRISTIE, person);
    world.adopt(World.trusting("CSTF_*", false));
    var reuse = decision(fire, 1, "CSTF_FIRE", RecognitionDecision.REUSED, null);
    assertThat(world.accept(MANCHESTER, person, reuse))
        .containsExactly(
            new RecognitionDecided(
                MANCHESTER, WARD, 1, 1, "CSTF_FIRE", fire, RecognitionDecision.REUSED, null));
  }

  @Test
  void aDbsCheck_needsAStatusCheckFirst_whenThePolicySaysSo() {
    var dbs = world.dbs(CHRISTIE, person);
    world.adopt(World.trusting("DBS", true));
    assertThat(
            world.refuse(
                MANCHESTER, person, decision(dbs, 1, "DBS", RecognitionDecision.REUSED, null)))
        .isEqualTo(RECOGNITION_CONTRADICTS_POLICY);
    assertThat(
            world.accept(
                MANCHESTER,
                person,
                decision(dbs, 1, "DBS", RecognitionDecision.STATUS_CHECK_NEEDED, null)))
        .hasSize(1);
  }

  @Test
  void anItemOfAnUntrustedIssuer_isToBeRepeated_forThatReason() {
    var dbs = world.dbs(CHRISTIE, person);
    assertThat(
            world.accept(
                MANCHESTER,
                person,
                decision(dbs, 0, "DBS", RecognitionDecision.REPEAT, ReasonCode.ISSUER_NOT_TRUSTED)))
        .hasSize(1);
  }

  @Test
  void theHost_decidesOnAPartnersBehalf_byThatPartnersPolicy() {
    var fire = world.fireTraining(CHRISTIE, person);
    var reuse = decision(fire, 1, "CSTF_FIRE", RecognitionDecision.REUSED, null);
    assertThat(world.refuse(HOST, person, reuse)).isEqualTo(RECOGNITION_CONTRADICTS_POLICY);
    world.adopt(World.trusting("CSTF_*", false));
    assertThat(world.accept(HOST, person, reuse)).hasSize(1);
  }

  @Test
  void aNewPolicy_isANewQuestion() {
    var fire = world.fireTraining(CHRISTIE, person);
    world.adopt(World.trusting("CSTF_*", false));
    world.accept(
        MANCHESTER, person, decision(fire, 1, "CSTF_FIRE", RecognitionDecision.REUSED, null));
    world.adopt();
    assertThat(
            world.accept(
                MANCHESTER,
                person,
                decision(
                    fire,
                    2,
                    "CSTF_FIRE",
                    RecognitionDecision.REPEAT,
                    ReasonCode.ISSUER_NOT_TRUSTED)))
        .hasSize(1);
  }

  @Test
  void aPolicyOfTheFuture_decidesNothingYet() {
    var fire = world.fireTraining(CHRISTIE, person);
    world.accept(
        MANCHESTER,
        MANCHESTER,
        new org.icsregistry.contracts.message.PartnerCommand.AdoptRecognitionPolicy(
            world.today().plusDays(1), java.util.List.of(World.trusting("CSTF_*", false)), 12));
    var reuse = decision(fire, 1, "CSTF_FIRE", RecognitionDecision.REUSED, null);
    assertThat(world.refuse(MANCHESTER, person, reuse)).isEqualTo(RECOGNITION_CONTRADICTS_POLICY);
    world.todayIs("2026-11-03");
    assertThat(world.accept(MANCHESTER, person, reuse)).hasSize(1);
  }
}
